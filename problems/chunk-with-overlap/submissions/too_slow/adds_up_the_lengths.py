# Adds up anew what all chunks before have brought, to know where the next one starts: O(chunks^2).


def chunks(tokens, size, overlap):
    found = []
    news = []
    while sum(news) < tokens:
        start = sum(news)
        end = min(start + size, tokens)
        found.append((start, end))
        if end == tokens:
            break
        news.append(max(1, size - overlap))
    return found
