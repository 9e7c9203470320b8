"""Pure decisions: no clock, no database, no words of ours."""
