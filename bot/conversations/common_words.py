"""What is the same wherever it is said: the ways on, and what others hear of what is for the staff."""

from bot.say import Button, card, say

MENU = Button(say("Menu"), "menu:home")
MINE = Button(say("My appointments"), "menu:mine")
BOOK = Button(say("Book counseling"), "menu:book")
PERSON = Button(say("Talk to a person"), "menu:person")

FOR_STAFF = card(say("This is for the staff of the center."), rows=((MENU,),))
FOR_COUNSELORS = card(say("This is for counselors of the center."), rows=((MENU,),))
