package muhafiz.inspect.frame;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Builds the payload of a frame, format byte first. */
final class PayloadWriter {
    static final int FORMAT = 1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    private final DataOutputStream out = new DataOutputStream(bytes);

    PayloadWriter() {
        write(() -> out.writeByte(FORMAT));
    }

    PayloadWriter number(long value) {
        write(() -> out.writeLong(value));
        return this;
    }

    PayloadWriter count(int value) {
        write(() -> out.writeInt(value));
        return this;
    }

    PayloadWriter text(String value) {
        return block(value.getBytes(StandardCharsets.UTF_8));
    }

    PayloadWriter block(byte[] value) {
        write(() -> {
            out.writeInt(value.length);
            out.write(value);
        });
        return this;
    }

    PayloadWriter fraction(double value) {
        return number(Double.doubleToLongBits(value));
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    private static void write(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
    }

    private interface Step {
        void run() throws IOException;
    }
}
