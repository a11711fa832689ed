# An object for each chunk that makes the next one: many times slower, the same growth: accepted.
class Chunk:
    def __init__(self, document, start):
        self.document = document
        self.start = start

    @property
    def end(self):
        end = self.start + self.document.size
        return end if end < self.document.tokens else self.document.tokens

    def is_last(self):
        return self.end == self.document.tokens

    def following(self):
        start = self.end - self.document.overlap
        if start <= self.start:
            start = self.start + 1
        return Chunk(self.document, start)


class Document:
    def __init__(self, tokens, size, overlap):
        self.tokens = tokens
        self.size = size
        self.overlap = overlap

    def chunks(self):
        if self.tokens > 0:
            chunk = Chunk(self, 0)
            yield chunk
            while not chunk.is_last():
                chunk = chunk.following()
                yield chunk


def chunks(tokens, size, overlap):
    return [(chunk.start, chunk.end) for chunk in Document(tokens, size, overlap).chunks()]
