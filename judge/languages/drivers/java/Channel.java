package landau;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Descriptor 3, and what is said on it: frames of kind (1 byte), length (8), payload. */
final class Channel {
    private static final int MESSAGE_BYTES = 16384;
    private static final int FRAMES = 20;
    private static final int CAUSES = 5;
    private static final byte[] OUT_OF_MEMORY = "java.lang.OutOfMemoryError".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LATER = {'\n', ' ', '.', '.', '.', '\n'};

    private final FileInputStream in;
    private final FileOutputStream out;
    private boolean finished;

    Channel() throws ReflectiveOperationException {
        in = new FileInputStream(descriptor(3));
        out = new FileOutputStream(descriptor(3));
    }

    private static FileDescriptor descriptor(int number) throws ReflectiveOperationException {
        Constructor<FileDescriptor> made = FileDescriptor.class.getDeclaredConstructor(int.class);
        made.setAccessible(true);
        return made.newInstance(number);
    }

    static ByteBuffer input(int number) throws ReflectiveOperationException, IOException {
        try (FileInputStream file = new FileInputStream(descriptor(number))) {
            FileChannel channel = file.getChannel();
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        }
    }

    void say(char kind, byte[] payload, int size) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(9).order(ByteOrder.LITTLE_ENDIAN);
        out.write(header.put((byte) kind).putLong(size).array());
        out.write(payload, 0, size);
    }

    int heard() throws IOException {
        return in.read();
    }

    /** The one frame after ready; then the parent books what was used and ends this process. */
    synchronized void finish(char kind, byte[] payload, int size) {
        if (finished) return;
        finished = true;
        try {
            System.out.flush();
            System.err.flush();
            say(kind, payload, size);
            heard();
        } catch (IOException error) {
            // the parent is gone
        }
        Runtime.getRuntime().halt(kind == 'A' ? 0 : 1);
    }

    void finish(char kind, String text) {
        byte[] data = text.getBytes(StandardCharsets.UTF_8);
        if (data.length > MESSAGE_BYTES) {
            byte[] cut = Arrays.copyOf(data, MESSAGE_BYTES);
            int half = MESSAGE_BYTES / 2;
            System.arraycopy(data, data.length - half, cut, half, half);
            System.arraycopy(LATER, 0, cut, half, LATER.length);
            data = cut;
        }
        finish(kind, data, data.length);
    }

    /** What a submission threw; there may be no memory left to tell it with. */
    void fail(Throwable error) {
        if (error instanceof Writer.Mismatch) finish('N', error.getMessage());
        boolean memory = error instanceof OutOfMemoryError;
        try {
            finish(memory ? 'M' : 'E', explained(error));
        } catch (OutOfMemoryError none) {
            finish('M', OUT_OF_MEMORY, OUT_OF_MEMORY.length);
        }
    }

    /** Type, message and the submission's own frames, as Java prints them. */
    static String explained(Throwable error) {
        StringBuilder text = new StringBuilder();
        for (int depth = 0; error != null && depth < CAUSES; depth++) {
            if (depth > 0) text.append("\nCaused by: ");
            text.append(told(error));
            int shown = 0;
            int left = 0;
            for (StackTraceElement frame : error.getStackTrace()) {
                if (!Submission.owns(frame)) continue;
                if (shown == FRAMES) {
                    left++;
                    continue;
                }
                shown++;
                text.append("\n    at ").append(frame.getClassName()).append('.').append(frame.getMethodName());
                text.append('(').append(frame.getFileName()).append(':').append(frame.getLineNumber()).append(')');
            }
            if (left > 0) text.append("\n    ... ").append(left).append(" more");
            error = error.getCause();
        }
        return text.toString();
    }

    private static String told(Throwable error) {
        if (error instanceof Shape.Unfit || error instanceof Submission.Missing) return error.getMessage();
        try {
            return error.toString();
        } catch (Throwable other) {
            return error.getClass().getName() + " (its text cannot be made)";
        }
    }
}
