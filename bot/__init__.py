"""빛나: a chat assistant for the job seekers of an employment center."""
