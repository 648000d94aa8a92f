package muhafiz.itest.disk;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Finds deflated streams wherever they begin: gzip (RFC 1952), zlib (RFC 1950), members of a ZIP (APPNOTE 4.3.7). */
final class Deflated {
    private static final int LARGEST = 32 << 20;
    private static final int SHORTEST = 8;
    private static final int ZIP_HEAD = 30;
    private static final int DEFLATED = 8;

    private final byte[] bytes;
    private final int length;
    private final Consumer<byte[]> reader;
    private final byte[] buffer = new byte[1 << 16];

    private Deflated(byte[] bytes, int length, Consumer<byte[]> reader) {
        this.bytes = bytes;
        this.length = length;
        this.reader = reader;
    }

    /** Hands over every stream's content, as far as it can be read. */
    static void in(byte[] bytes, int length, Consumer<byte[]> reader) {
        Inflater wrapped = new Inflater();
        Inflater raw = new Inflater(true);
        try {
            Deflated deflated = new Deflated(bytes, length, reader);
            for (int at = 0; at + SHORTEST < length; at++) {
                deflated.look(at, wrapped, raw);
            }
        } finally {
            wrapped.end();
            raw.end();
        }
    }

    private void look(int at, Inflater wrapped, Inflater raw) {
        int first = bytes[at] & 0xff;
        int second = bytes[at + 1] & 0xff;
        if ((first & 0x0f) == DEFLATED && first <= 0x78 && (first << 8 | second) % 31 == 0 && (second & 0x20) == 0) {
            inflate(at, wrapped);
        } else if (first == 0x1f && second == 0x8b && bytes[at + 2] == DEFLATED) {
            inflate(afterGzipHead(at), raw);
        } else if (first == 'P'
                && second == 'K'
                && bytes[at + 2] == 3
                && bytes[at + 3] == 4
                && at + ZIP_HEAD < length) {
            inflate(at + ZIP_HEAD + word(at + 26) + word(at + 28), raw);
        }
    }

    private int afterGzipHead(int at) {
        int flags = bytes[at + 3];
        int place = at + 10;
        if ((flags & 4) != 0) {
            place += 2 + word(place);
        }
        if ((flags & 8) != 0) {
            place = afterZero(place);
        }
        if ((flags & 16) != 0) {
            place = afterZero(place);
        }
        return (flags & 2) != 0 ? place + 2 : place;
    }

    private int afterZero(int from) {
        int place = from;
        while (place < length && bytes[place] != 0) {
            place++;
        }
        return place + 1;
    }

    private int word(int at) {
        return at + 1 < length ? bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8 : 0;
    }

    private void inflate(int from, Inflater inflater) {
        if (from < 0 || from >= length) {
            return;
        }
        inflater.reset();
        inflater.setInput(bytes, from, length - from);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try {
            int count = inflater.inflate(buffer);
            while (count > 0 && content.size() < LARGEST) {
                content.write(buffer, 0, count);
                count = inflater.inflate(buffer);
            }
        } catch (DataFormatException e) {
            // not a stream, or its end is missing: what came out is looked at all the same
        }
        if (content.size() >= SHORTEST) {
            reader.accept(content.toByteArray());
        }
    }
}
