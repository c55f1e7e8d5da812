# tries: to hold copies of its channel open, in epoll, pipes and other numbers, when it ends
# honest: EXIT
import os
import select


def run(bait):
    poll = select.epoll()
    poll.register(0, select.EPOLLIN)
    for number in range(3, 50):
        os.dup2(number % 3, number)
    os._exit(7)
