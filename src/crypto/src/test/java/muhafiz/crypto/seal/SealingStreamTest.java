package muhafiz.crypto.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import muhafiz.crypto.keys.LeafKey;
import org.junit.jupiter.api.Test;

class SealingStreamTest {
    private static final int SEGMENT = 64 * 16_384;
    private static final SealContext CONTEXT = Sample.context("original");

    private final LeafKey key = LeafKey.fresh();

    @Test
    void aReaderThatFailsMidWayEndsTheSealing() {
        List<Integer> taken = new ArrayList<>();
        InputStream broken = new Cut(new ByteArrayInputStream(new byte[4 * SEGMENT]), 2 * SEGMENT + 100);

        assertThatIOException()
                .isThrownBy(() -> Sealer.seal(key, CONTEXT, broken, (index, segment) -> taken.add(index)))
                .withMessage("the client is gone");

        assertThat(taken).containsExactly(0, 1);
    }

    @Test
    void aSinkThatFailsEndsTheSealing() {
        List<Integer> taken = new ArrayList<>();
        var plaintext = new ByteArrayInputStream(new byte[4 * SEGMENT]);

        assertThatIOException()
                .isThrownBy(() -> Sealer.seal(key, CONTEXT, plaintext, (index, segment) -> {
                    taken.add(index);
                    throw new IOException("the store is away");
                }))
                .withMessage("the store is away");

        assertThat(taken).containsExactly(0);
        assertThat(plaintext.available()).isEqualTo(3 * SEGMENT);
    }

    @Test
    void aStreamThatComesByteByByteIsSealedAsWell() throws IOException {
        byte[] plaintext = Sample.bytes(40_000);
        List<byte[]> segments = new ArrayList<>();

        Tally tally = Sealer.seal(
                key,
                CONTEXT,
                new Dripping(plaintext),
                (index, segment) -> segments.add(segment.stream().readAllBytes()));

        var sample = new Sample(key, CONTEXT, plaintext, segments, tally);
        assertThat(sample.opener().stream().readAllBytes()).isEqualTo(plaintext);
    }

    @Test
    void thePlaintextIsNotClosed() throws IOException {
        var plaintext = new Closeable();

        Sealer.seal(key, CONTEXT, plaintext, (index, segment) -> {});

        assertThat(plaintext.closed).isFalse();
    }

    @Test
    void segmentsAreTheFirstWithTheHeaderThenEqualOnesThenAShorterOne() throws IOException {
        List<Integer> lengths = new ArrayList<>();

        Sealer.seal(
                key,
                CONTEXT,
                new ByteArrayInputStream(new byte[2 * SEGMENT]),
                (index, segment) -> lengths.add(segment.length()));

        assertThat(lengths).containsExactly(56 + 64 * 16_400, 64 * 16_400, 16);
    }

    @Test
    void onlyTheLastSegmentComesAsTheLastAndWithTheWholeTally() throws IOException {
        for (int length : new int[] {0, 1, SEGMENT - 20_000, SEGMENT, 2 * SEGMENT + 5}) {
            var sink = new Telling();

            Tally tally = Sealer.seal(key, CONTEXT, new ByteArrayInputStream(Sample.bytes(length)), sink);

            assertThat(sink.before).hasSize(tally.segments() - 1);
            assertThat(sink.last).containsExactly(tally.segments() - 1);
            assertThat(sink.told).containsExactly(tally);
        }
    }

    /** What the thread allocated while a slow client had sent little: its bytes and one chunk, not a whole segment. */
    @Test
    void aSlowClientPinsOnlyWhatItSent() throws IOException {
        for (int sent : new int[] {1, 16_384, 10 * 16_384, 40 * 16_384}) {
            Sealer.seal(key, CONTEXT, new ByteArrayInputStream(new byte[sent]), (index, segment) -> {});
            var client = new Stalling(sent);

            Sealer.seal(key, CONTEXT, client, (index, segment) -> {});

            assertThat(client.allocatedWhenStalled).isLessThan(2L * sent + 128 * 1024);
        }
    }

    /** 300 MB through sealer and opener in a Java of 16 MB heap. */
    @Test
    void aLargeDocumentIsSealedAndOpenedInConstantMemory() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx16m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeap.class.getName())
                .redirectErrorStream(true)
                .start();

        String said = new String(process.getInputStream().readAllBytes());

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said.strip()).isEqualTo("sealed and opened 300000000 bytes");
    }

    /** Fails after so many bytes. */
    private static final class Cut extends FilterInputStream {
        private int left;

        Cut(InputStream in, int left) {
            super(in);
            this.left = left;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left == 0) {
                throw new IOException("the client is gone");
            }
            int size = super.read(into, offset, Math.min(left, length));
            left -= size;
            return size;
        }
    }

    private static final class Telling implements SegmentSink {
        private final List<Integer> before = new ArrayList<>();
        private final List<Integer> last = new ArrayList<>();
        private final List<Tally> told = new ArrayList<>();

        @Override
        public void accept(int index, Ciphertext segment) {
            before.add(index);
        }

        @Override
        public void last(int index, Ciphertext segment, Tally tally) {
            last.add(index);
            told.add(tally);
        }
    }

    /** One byte at each read. */
    private static final class Dripping extends ByteArrayInputStream {
        Dripping(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read(byte[] into, int offset, int length) {
            return super.read(into, offset, Math.min(1, length));
        }
    }

    private static final class Closeable extends ByteArrayInputStream {
        private boolean closed;

        Closeable() {
            super(new byte[10]);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    /** Notes what its thread has allocated between its first byte and the read that finds nothing yet. */
    private static final class Stalling extends ByteArrayInputStream {
        private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        private final long before = THREADS.getCurrentThreadAllocatedBytes();
        private long allocatedWhenStalled;

        Stalling(int length) {
            super(new byte[length]);
        }

        @Override
        public synchronized int read(byte[] into, int offset, int length) {
            if (available() == 0 && allocatedWhenStalled == 0) {
                allocatedWhenStalled = THREADS.getCurrentThreadAllocatedBytes() - before;
            }
            return super.read(into, offset, length);
        }
    }
}
