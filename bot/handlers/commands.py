"""The commands: one list feeds the handlers, /help, the README and Telegram's own menu."""

from dataclasses import dataclass

from bot.conversations.common_words import MENU
from bot.conversations.visit import Visit
from bot.models import Role
from bot.say import Card, Say, card, say


@dataclass(frozen=True, slots=True)
class Command:
    """A command, the place it leads to, and whom it is for."""

    name: str
    place: str
    about: Say
    role: Role | None = None


COMMANDS = (
    Command("start", "home", say("begin, or back to the menu")),
    Command("intake", "intake", say("first interview, three minutes")),
    Command("book", "book", say("book counseling")),
    Command("mine", "mine", say("my appointments: see, change, cancel")),
    Command("programs", "programs", say("programs of the center")),
    Command("fairs", "fairs", say("coming hiring days")),
    Command("center", "center", say("where and when the center is open")),
    Command("person", "person", say("talk to a person")),
    Command("notifications", "notifications", say("choose which news come")),
    Command("stop", "stop", say("no more news")),
    Command("mydata", "mydata", say("what is kept about me")),
    Command("delete", "delete", say("erase everything about me")),
    Command("privacy", "privacy", say("how my data is handled")),
    Command("language", "language", say("한국어 / English")),
    Command("help", "help", say("what I can do")),
    Command("today", "today", say("my appointments today"), Role.COUNSELOR),
    Command("week", "week", say("my appointments of the coming seven days"), Role.COUNSELOR),
    Command("feed", "feed", say("my appointments in my own calendar"), Role.COUNSELOR),
    Command("arrange", "arrange", say("book for somebody, or move their appointment"), Role.COUNSELOR),
    Command("waiting", "waiting", say("who waits for a time"), Role.COUNSELOR),
    Command("groups", "groups", say("group sessions: plan, list, call off"), Role.COUNSELOR),
    Command("calls", "calls", say("whom to call"), Role.COUNSELOR),
    Command("unanswered", "unanswered", say("questions that wait for an answer"), Role.COUNSELOR),
    Command("duty", "duty", say("when I can be called to a talk"), Role.COUNSELOR),
    Command("fairdesk", "fairdesk", say("hiring days: guests, times, files"), Role.OPERATOR),
    Command("checkin", "checkin", say("check people in at a hiring day"), Role.OPERATOR),
    Command("stats", "stats", say("the numbers of the hiring days"), Role.OPERATOR),
    Command("booth", "booth", say("our booth at the hiring day"), Role.COMPANY),
    Command("leave", "leave", say("when I cannot be met"), Role.COUNSELOR),
    Command("closure", "closure", say("days on which the center is closed or open"), Role.OPERATOR),
    Command("announce", "announce", say("send an announcement"), Role.OPERATOR),
)


def help_card(visit: Visit) -> Card:
    """Every command this person can use, and the words that always work."""
    usable = [c for c in COMMANDS if c.role is None or visit.staff_as(c.role)]
    lines = tuple(say("/{name} {about}", name=command.name, about=command.about) for command in usable)
    names = {f"line{number}": line for number, line in enumerate(lines)}
    listed = Say("\n".join(f"{{{name}}}" for name in names), dict(names))
    return card(
        say("You can press buttons or simply write."),
        say(
            "At any time: “back”, “menu”, “stop”, “say it again”, “skip”, “start over”. "
            "To correct an answer, edit your message."
        ),
        listed,
        rows=((MENU,),),
    )
