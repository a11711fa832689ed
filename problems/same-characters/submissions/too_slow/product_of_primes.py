# A prime number for each different character, and their product for a word: exact, but a number of n digits grows with
# each factor: O(n^2).


def same_characters(words):
    numbers = {}
    for word in words:
        for c in word:
            numbers.setdefault(c, len(numbers))
    primes = first_primes(len(numbers))
    products = set()
    for word in words:
        product = 1
        for c in word:
            product *= primes[numbers[c]]
        products.add(product)
    return len(products) <= 1


def first_primes(many):
    end = 20 * many + 20
    is_prime = bytearray([1]) * end
    for p in range(2, int(end**0.5) + 1):
        if is_prime[p]:
            is_prime[p * p :: p] = bytes(len(range(p * p, end, p)))
    return [p for p in range(2, end) if is_prime[p]][:many]
