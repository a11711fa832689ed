# Goes through all tokens and asks of each whether a chunk begins there: O(tokens).


def chunks(tokens, size, overlap):
    found = []
    step = max(1, size - overlap)
    done = 0
    for at in range(tokens):
        if done == tokens:
            break
        if at % step == 0:
            done = min(at + size, tokens)
            found.append((at, done))
    return found
