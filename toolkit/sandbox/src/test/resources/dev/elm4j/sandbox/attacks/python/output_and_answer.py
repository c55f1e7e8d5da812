# tries: to print more than is kept, and to answer
# honest: VALID
# truncated: true


def run(bait):
    print("z" * 1000000)
    return "printed a megabyte"
