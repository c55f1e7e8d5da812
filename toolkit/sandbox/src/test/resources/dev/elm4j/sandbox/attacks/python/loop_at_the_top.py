# tries: to loop before there is an entry point
# honest: TIMEOUT
# cpu: 300
while True:
    pass


def run(bait):
    return "never"
