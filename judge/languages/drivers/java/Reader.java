package landau;

import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/** Reads the wire format (sandbox/guest/wire.py) by declared kinds, straight into the types that the submission asks for. */
final class Reader {
    /** The input is not what the interface declares: never the submission's fault. */
    static final class Fault extends RuntimeException {
        Fault(String message) {
            super(message);
        }
    }

    private final ByteBuffer data;

    Reader(ByteBuffer data) {
        this.data = data.order(ByteOrder.LITTLE_ENDIAN);
    }

    boolean atEnd() {
        return !data.hasRemaining();
    }

    char tag() {
        if (!data.hasRemaining()) throw new Fault("the input ends early");
        return (char) data.get();
    }

    int count(int itemBytes) {
        try {
            long count = data.getLong();
            if (count >= 0 && count <= data.remaining() / itemBytes) return (int) count;
        } catch (BufferUnderflowException error) {
            // as below
        }
        throw new Fault("a length is larger than the input");
    }

    /** The next value, as `target` where that is a type that a value of this kind can have. */
    Object value(Kind kind, Type target) {
        char tag = tag();
        if (kind.is("optional") && tag == 'N') return Shape.nothing(kind, target);
        Kind present = kind.present();
        switch (tag) {
            case 'N': if (present.is("none")) return null; break;
            case 'T': case 'F': if (present.is("bool")) return Shape.bool(tag == 'T', target); break;
            case 'i': if (isNumber(present)) return number(present, data.getLong(), target); break;
            case 'I': if (present.is("int")) return Shape.big(bigInteger(), target); break;
            case 'd': if (present.is("float")) return Shape.real(data.getDouble(), target); break;
            case 's': if (present.is("str")) return Shape.text(text(count(1)), target); break;
            case 'm': if (present.is("dict")) return dict(present, target); break;
            case 'e': case 'z':
                if (present.is("set")) return Shape.set(each(i -> present.of[0], i -> Shape.elementOfSet(present, target)), target);
                break;
            default:
                if (present.is("list") || present.is("row") || present.is("tuple")) return sequence(present, tag, target);
        }
        throw unfit(tag, kind);
    }

    private static boolean isNumber(Kind kind) {
        return kind.is("int") || kind.is("float");
    }

    private static Fault unfit(char tag, Kind kind) {
        return new Fault("tag " + tag + " where " + kind + " is declared");
    }

    private static Object number(Kind kind, long value, Type target) {
        return kind.is("int") ? Shape.whole(value, target) : Shape.real(value, target);
    }

    private Object sequence(Kind kind, char tag, Type target) {
        Type wanted = Shape.orNatural(target, kind);
        if (tag == 'q' && wanted == long[].class && !kind.is("tuple") && kind.of[0].present().is("int")) return longs();
        if (tag == 'L' && wanted == double[].class && !kind.is("tuple") && kind.of[0].present().is("float")) return doubles();
        Shape.sequence(new Object[0], wanted); // or it is unfit, whatever the items are
        boolean tuple = kind.is("tuple");
        Object[] items = items(tag, i -> tuple ? kind.at(i) : kind.of[0], i -> Shape.elementOfSequence(kind, i, wanted));
        if (tuple && items.length != kind.of.length) throw new Fault(items.length + " values where " + kind + " is declared");
        return Shape.sequence(items, wanted);
    }

    /** The items of a sequence whose place i is of kind kinds(i), wanted as targets(i). */
    Object[] items(char tag, IntFunction<Kind> kinds, IntFunction<Type> targets) {
        switch (tag) {
            case 'l': case 't':
                return each(kinds, targets);
            case 'q': case 'L':
                Object[] numbers = new Object[count(8)];
                for (int i = 0; i < numbers.length; i++) numbers[i] = packed(tag, kinds.apply(i), targets.apply(i));
                return numbers;
            case 'S':
                long[] sizes = new long[count(8)];
                for (int i = 0; i < sizes.length; i++) sizes[i] = data.getLong();
                Object[] texts = new Object[sizes.length];
                for (int i = 0; i < sizes.length; i++) {
                    Kind kind = kinds.apply(i);
                    if (kind == null || !kind.present().is("str")) throw unfit(tag, kind);
                    texts[i] = Shape.text(text((int) sizes[i]), targets.apply(i));
                }
                return texts;
            case 'R':
                return rows(kinds, targets);
            default:
                throw new Fault("tag " + tag + " where a sequence is declared");
        }
    }

    private Object packed(char tag, Kind kind, Type target) {
        if (kind != null && tag == 'q' && isNumber(kind.present())) return number(kind.present(), data.getLong(), target);
        if (kind != null && tag == 'L' && kind.present().is("float")) return Shape.real(data.getDouble(), target);
        throw unfit(tag, kind);
    }

    private Object[] each(IntFunction<Kind> kinds, IntFunction<Type> targets) {
        Object[] items = new Object[count(1)];
        for (int i = 0; i < items.length; i++) {
            Kind kind = kinds.apply(i);
            if (kind == null) throw new Fault("more values than are declared");
            items[i] = value(kind, targets.apply(i));
        }
        return items;
    }

    private Object[] rows(IntFunction<Kind> kinds, IntFunction<Type> targets) {
        Object[] columns = new Object[count(1)];
        for (int j = 0; j < columns.length; j++) {
            int place = j;
            columns[j] = column(tag(), i -> part(kinds.apply(i), place), i -> place(kinds.apply(i), targets.apply(i), place));
        }
        Object[] rows = new Object[Array.getLength(columns[0])];
        for (int i = 0; i < rows.length; i++) {
            Kind kind = kinds.apply(i).present();
            if (kind.is("tuple") && kind.of.length != columns.length) throw new Fault(columns.length + " values where " + kind + " is declared");
            Object[] row = new Object[columns.length];
            for (int j = 0; j < row.length; j++) row[j] = cell(columns[j], i, part(kind, j), place(kind, targets.apply(i), j));
            rows[i] = Shape.sequence(row, Shape.orNatural(targets.apply(i), kind));
        }
        return rows;
    }

    private static Type place(Kind row, Type target, int place) {
        return Shape.elementOfSequence(row.present(), place, Shape.orNatural(target, row.present()));
    }

    /** Numbers as they come, long[] or double[], for boxed ones of all columns would be many; else finished values. */
    private Object column(char tag, IntFunction<Kind> kinds, IntFunction<Type> targets) {
        if (tag == 'q') return longs();
        return tag == 'L' ? doubles() : items(tag, kinds, targets);
    }

    private static Object cell(Object column, int i, Kind kind, Type target) {
        if (column instanceof long[] && isNumber(kind.present())) return number(kind.present(), ((long[]) column)[i], target);
        if (column instanceof double[] && kind.present().is("float")) return Shape.real(((double[]) column)[i], target);
        if (column instanceof Object[]) return ((Object[]) column)[i];
        throw new Fault("a column of numbers where " + kind + " is declared");
    }

    private long[] longs() {
        long[] items = new long[count(8)];
        data.asLongBuffer().get(items);
        data.position(data.position() + 8 * items.length);
        return items;
    }

    private double[] doubles() {
        double[] items = new double[count(8)];
        data.asDoubleBuffer().get(items);
        data.position(data.position() + 8 * items.length);
        return items;
    }

    private static Kind part(Kind kind, int place) {
        Kind part = kind == null ? null : kind.present().at(place);
        if (part == null) throw new Fault("columns where " + kind + " is declared");
        return part;
    }

    private Object dict(Kind kind, Type target) {
        int count = count(2);
        java.util.Map<Object, Object> pairs = Shape.emptyMap(target);
        for (int i = 0; i < count; i++) {
            Object key = value(kind.of[0], Shape.elementOfMap(kind, 0, target));
            pairs.put(key, value(kind.of[1], Shape.elementOfMap(kind, 1, target)));
        }
        return pairs;
    }

    private BigInteger bigInteger() {
        byte[] digits = new byte[count(1)];
        for (int i = digits.length - 1; i >= 0; i--) digits[i] = data.get();
        return digits.length == 0 ? BigInteger.ZERO : new BigInteger(digits);
    }

    String text(int size) {
        byte[] bytes = new byte[size];
        data.get(bytes);
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\ufffd') < 0 ? text : withSurrogates(bytes);
    }

    /** UTF-8 in which lone surrogates stand as themselves, which Java's decoder replaces. */
    private static String withSurrogates(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < bytes.length;) {
            int first = bytes[at] & 0xff;
            int size = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
            int point = size == 1 ? first : first & (0xff >> (size + 1));
            for (int k = 1; k < size; k++) point = point << 6 | bytes[at + k] & 0x3f;
            text.appendCodePoint(point);
            at += size;
        }
        return text.toString();
    }
}
