"""Paces for tests and measurements that do not wait."""


class OpenPace:
    """No waiting: what is due leaves now."""

    def room(self, now: float) -> int:
        return 1000

    def resting(self, now: float) -> set[int]:
        return set()

    def spend(self, chat_id: int, now: float, *, copy: bool = False) -> bool:
        return True

    def delayed(self, spent: float, now: float) -> None:
        return

    def pause(self, seconds: float, now: float) -> None:
        return

    def hold(self, seconds: float, now: float) -> None:
        return

    def opens_in(self, now: float) -> float:
        return 0.0

    def expect(self, now: float) -> None:
        return

    def expects(self, now: float) -> bool:
        return False

    def copy_in(self, now: float) -> float:
        return 0.0

    def page(self, now: float) -> int:
        return 100


class Unpaced(OpenPace):
    """No pace but the pauses."""

    def __init__(self) -> None:
        self.paused_until = 0.0

    def room(self, now: float) -> int:
        return 0 if now < self.paused_until else 25

    def spend(self, chat_id: int, now: float, *, copy: bool = False) -> bool:
        return copy or now >= self.paused_until

    def pause(self, seconds: float, now: float) -> None:
        self.paused_until = max(self.paused_until, now + seconds)

    def hold(self, seconds: float, now: float) -> None:
        self.pause(seconds, now)

    def opens_in(self, now: float) -> float:
        return max(0.0, self.paused_until - now)

    def copy_in(self, now: float) -> float:
        return max(0.0, self.paused_until - now)
