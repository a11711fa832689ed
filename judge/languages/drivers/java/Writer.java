package landau;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Writes the wire format (sandbox/guest/wire.py) by declared kinds, byte for byte as Python would. */
final class Writer {
    /** The answer has another type than declared. */
    static final class Mismatch extends RuntimeException {
        Mismatch(String message) {
            super(message);
        }
    }

    private static final int PACK_FROM = 4;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private byte[] data = new byte[1 << 12];
    private int size;

    byte[] bytes() {
        return Arrays.copyOf(data, size);
    }

    byte[] array() {
        return data;
    }

    int size() {
        return size;
    }

    private int room(int wanted) {
        int at = size;
        long needed = (long) size + wanted;
        if (needed > Integer.MAX_VALUE - 8) throw new Mismatch("the answer is larger than 2 GB");
        if (needed > data.length) data = Arrays.copyOf(data, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(needed, 2L * data.length)));
        size = (int) needed;
        return at;
    }

    private void tag(char letter) {
        int at = room(1);
        data[at] = (byte) letter;
    }

    private void word(long value) {
        int at = room(8);
        LONG.set(data, at, value);
    }

    void header(char letter, long count) {
        tag(letter);
        word(count);
    }

    private void raw(byte[] bytes) {
        int at = room(bytes.length);
        System.arraycopy(bytes, 0, data, at, bytes.length);
    }

    private void real(double value) {
        word(Double.doubleToLongBits(value));
    }

    void value(Kind kind, Object value) {
        switch (kind.name) {
            case "none": tag('N'); return;
            case "optional": if (value == null) tag('N'); else value(kind.of[0], value); return;
            case "bool": tag(bool(kind, value) ? 'T' : 'F'); return;
            case "int": whole(kind, value); return;
            case "float": tag('d'); real(floating(kind, value)); return;
            case "str": sized('s', text(kind, value)); return;
            case "list": column(kind.of[0], sequence(kind, value)); return;
            case "row": case "tuple": tuple(kind, value); return;
            case "set": set(kind, value); return;
            case "dict": dict(kind, value); return;
            default: throw new Mismatch(kind + " cannot be returned");
        }
    }

    private void sized(char letter, byte[] bytes) {
        header(letter, bytes.length);
        raw(bytes);
    }

    private void whole(Kind kind, Object value) {
        if (fits(kind, value)) {
            header('i', ((Number) value).longValue());
            return;
        }
        byte[] digits = ((BigInteger) value).toByteArray();
        byte[] little = new byte[digits.length];
        for (int i = 0; i < digits.length; i++) little[i] = digits[digits.length - 1 - i];
        sized('I', pythonic((BigInteger) value, little));
    }

    /** Python takes bit_length // 8 + 1 bytes, where the bits are those of the magnitude. */
    private static byte[] pythonic(BigInteger value, byte[] little) {
        int wanted = value.abs().bitLength() / 8 + 1;
        byte[] digits = Arrays.copyOf(little, wanted);
        if (value.signum() < 0) Arrays.fill(digits, Math.min(little.length, wanted), wanted, (byte) -1);
        return digits;
    }

    /** Whether an integer has at most 64 bits. */
    private static boolean fits(Kind kind, Object value) {
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) return true;
        if (!(value instanceof BigInteger)) throw mismatch(kind, value);
        BigInteger big = (BigInteger) value;
        return big.compareTo(MIN) >= 0 && big.compareTo(MAX) <= 0;
    }

    private static double floating(Kind kind, Object value) {
        if (value instanceof Double || value instanceof Float || value instanceof Long || value instanceof Integer) {
            return ((Number) value).doubleValue();
        }
        throw mismatch(kind, value);
    }

    private static boolean bool(Kind kind, Object value) {
        if (!(value instanceof Boolean)) throw mismatch(kind, value);
        return (Boolean) value;
    }

    private static byte[] text(Kind kind, Object value) {
        if (value instanceof char[]) return utf8(new String((char[]) value));
        if (!(value instanceof CharSequence) && !(value instanceof Character)) throw mismatch(kind, value);
        return utf8(value.toString());
    }

    private static byte[] utf8(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return hasLoneSurrogate(text) ? withSurrogates(text) : bytes;
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isSurrogate(text.charAt(i))) continue;
            if (Character.charCount(text.codePointAt(i)) == 1) return true;
            i++;
        }
        return false;
    }

    private static byte[] withSurrogates(String text) {
        Writer out = new Writer();
        text.codePoints().forEach(point -> {
            if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
                out.raw(new String(Character.toChars(point)).getBytes(StandardCharsets.UTF_8));
            } else {
                out.raw(new byte[] {(byte) (0xe0 | point >> 12), (byte) (0x80 | point >> 6 & 0x3f), (byte) (0x80 | point & 0x3f)});
            }
        });
        return out.bytes();
    }

    /** An array, of whatever type, or the items of a collection. */
    private static Object sequence(Kind kind, Object value) {
        if (value instanceof Collection && !(value instanceof Set)) return ((Collection<?>) value).toArray();
        if (value == null || !value.getClass().isArray()) throw mismatch(kind, value);
        return value;
    }

    private static Object fields(Kind kind, Object value) {
        Object items = sequence(kind, value);
        if (kind.is("tuple") && Array.getLength(items) != kind.of.length) {
            throw new Mismatch(kind + " is declared, but " + Array.getLength(items) + " values were returned");
        }
        return items;
    }

    private void column(Kind kind, Object items) {
        int count = Array.getLength(items);
        if (count >= PACK_FROM && packed(kind, items, count)) return;
        header('l', count);
        for (int i = 0; i < count; i++) value(kind, Array.get(items, i));
    }

    /** Columns of a uniform list; false where Python would not find it uniform either. */
    private boolean packed(Kind kind, Object items, int count) {
        switch (kind.name) {
            case "optional":
                if (!items.getClass().getComponentType().isPrimitive()) {
                    for (Object item : (Object[]) items) if (item == null) return false;
                }
                return packed(kind.of[0], items, count);
            case "float": packFloats(kind, items, count); return true;
            case "int": return packInts(kind, items, count);
            case "str": packTexts(kind, items, count); return true;
            case "row": case "tuple": return packRows(kind, items, count);
            default: return false;
        }
    }

    private void packFloats(Kind kind, Object items, int count) {
        header('L', count);
        if (items instanceof double[]) for (double item : (double[]) items) real(item);
        else for (int i = 0; i < count; i++) real(floating(kind, Array.get(items, i)));
    }

    private boolean packInts(Kind kind, Object items, int count) {
        if (items instanceof long[]) {
            header('q', count);
            for (long item : (long[]) items) word(item);
        } else if (items instanceof int[]) {
            header('q', count);
            for (int item : (int[]) items) word(item);
        } else {
            for (int i = 0; i < count; i++) if (!fits(kind, Array.get(items, i))) return false;
            header('q', count);
            for (int i = 0; i < count; i++) word(((Number) Array.get(items, i)).longValue());
        }
        return true;
    }

    private void packTexts(Kind kind, Object items, int count) {
        byte[][] pieces = new byte[count][];
        for (int i = 0; i < count; i++) pieces[i] = text(kind, Array.get(items, i));
        header('S', count);
        for (byte[] piece : pieces) word(piece.length);
        for (byte[] piece : pieces) raw(piece);
    }

    private boolean packRows(Kind kind, Object items, int count) {
        Object[] rows = new Object[count];
        for (int i = 0; i < count; i++) rows[i] = fields(kind, Array.get(items, i));
        int width = Array.getLength(rows[0]);
        for (Object row : rows) if (Array.getLength(row) != width) return false;
        if (width == 0) return false;
        header('R', width);
        for (int place = 0; place < width; place++) {
            Object[] column = new Object[count];
            for (int i = 0; i < count; i++) column[i] = Array.get(rows[i], place);
            column(kind.at(place), column);
        }
        return true;
    }

    private void tuple(Kind kind, Object value) {
        Object items = fields(kind, value);
        int count = Array.getLength(items);
        header('t', count);
        for (int place = 0; place < count; place++) value(kind.at(place), Array.get(items, place));
    }

    /** Equal sets have equal bytes: sorted, and each value once, for arrays inside a Set are never equal to each other. */
    private void set(Kind kind, Object value) {
        if (!(value instanceof Set)) throw mismatch(kind, value);
        TreeSet<byte[]> pieces = new TreeSet<>(Arrays::compareUnsigned);
        for (Object item : (Set<?>) value) {
            Writer one = new Writer();
            one.value(kind.of[0], item);
            pieces.add(one.bytes());
        }
        header('e', pieces.size());
        for (byte[] piece : pieces) raw(piece);
    }

    private void dict(Kind kind, Object value) {
        if (!(value instanceof Map)) throw mismatch(kind, value);
        Map<?, ?> pairs = (Map<?, ?>) value;
        header('m', pairs.size());
        for (Map.Entry<?, ?> pair : pairs.entrySet()) {
            value(kind.of[0], pair.getKey());
            value(kind.of[1], pair.getValue());
        }
    }

    private static Mismatch mismatch(Kind kind, Object value) {
        String what = value == null ? "null" : value.getClass().getTypeName();
        return new Mismatch(kind + " is declared, but " + what + " was returned");
    }
}
