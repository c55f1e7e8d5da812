# tries: to answer with a list that holds itself
# honest: RESULT_TOO_LARGE, EXCEPTION


def run(bait):
    circle = []
    circle.append(circle)
    return circle
