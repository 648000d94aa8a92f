package muhafiz.service.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.seal.Opener;
import muhafiz.crypto.seal.SealContext;
import muhafiz.crypto.seal.SegmentSource;

/** A bag that lies sealed in the store, to be read at any place; a window of it is opened at a time. */
final class SealedBytes implements SeekableByteChannel {
    private static final int WINDOW = 1 << 20;

    private final Opener opener;
    private final long length;
    private byte[] window = new byte[0];
    private long windowAt = -1;
    private long position;
    private boolean isOpen = true;

    /**
     * @param length the true one
     * @param key stays the caller's, and lives as long as this is open
     */
    SealedBytes(LeafKey key, SealContext context, long length, long sealedLength, SegmentSource source) {
        this.opener = new Opener(key, context, length, sealedLength, source);
        this.length = length;
    }

    @Override
    public synchronized int read(ByteBuffer into) throws IOException {
        if (!isOpen) {
            throw new ClosedChannelException();
        }
        if (position >= length) {
            return -1;
        }
        int read = 0;
        while (into.hasRemaining() && position < length) {
            load(position / WINDOW * WINDOW);
            int from = (int) (position - windowAt);
            int some = Math.min(into.remaining(), window.length - from);
            into.put(window, from, some);
            position += some;
            read += some;
        }
        return read;
    }

    private void load(long from) throws IOException {
        if (windowAt != from) {
            ByteArrayOutputStream opened = new ByteArrayOutputStream(WINDOW);
            opener.copy(from, Math.min(length, from + WINDOW), opened);
            Arrays.fill(window, (byte) 0);
            window = opened.toByteArray();
            windowAt = from;
        }
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public synchronized long position() {
        return position;
    }

    @Override
    public synchronized SeekableByteChannel position(long to) {
        if (to < 0) {
            throw new IllegalArgumentException("a position is not negative");
        }
        position = to;
        return this;
    }

    @Override
    public long size() {
        return length;
    }

    @Override
    public SeekableByteChannel truncate(long to) {
        throw new NonWritableChannelException();
    }

    @Override
    public synchronized boolean isOpen() {
        return isOpen;
    }

    @Override
    public synchronized void close() {
        isOpen = false;
        Arrays.fill(window, (byte) 0);
    }
}
