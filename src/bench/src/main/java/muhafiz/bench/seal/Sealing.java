package muhafiz.bench.seal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Random;
import muhafiz.crypto.seal.Chunks;
import muhafiz.crypto.seal.Ciphertext;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One document of 300 KiB, or of 16 MiB, sealed or opened. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@SuppressWarnings("NullAway.Init") // JMH makes it and calls prepare()
public class Sealing {
    @Param({"307200", "16777216"})
    public int bytes;

    private byte[] plain;
    private OurSeal ours;
    private OurSeal.Sealed oursSealed;
    private Chunks chunks;
    private BareCipher bare;
    private byte[] bareSealed;
    private Streaming small;
    private byte[] smallSealed;
    private Streaming large;
    private byte[] largeSealed;

    @Setup
    public void prepare() throws GeneralSecurityException, IOException {
        plain = new byte[bytes];
        new Random(bytes).nextBytes(plain);
        ours = new OurSeal();
        oursSealed = ours.stored(plain);
        chunks = new Chunks();
        bare = new BareCipher(new byte[32]);
        bareSealed = bare.seal(plain);
        small = Streaming.small();
        smallSealed = small.seal(plain);
        large = Streaming.large();
        largeSealed = large.seal(plain);
    }

    @Benchmark
    public List<Ciphertext> sealOurs() throws IOException {
        return ours.seal(plain);
    }

    @Benchmark
    public List<byte[]> sealOursWithoutHashes() {
        return chunks.seal(plain);
    }

    @Benchmark
    public byte[] openOurs() throws IOException {
        return ours.open(oursSealed);
    }

    @Benchmark
    public byte[] sealBare() throws GeneralSecurityException {
        return bare.seal(plain);
    }

    @Benchmark
    public byte[] sealBareWithHashes() throws GeneralSecurityException {
        return bare.sealAndHash(plain);
    }

    @Benchmark
    public byte[] openBare() throws GeneralSecurityException {
        return bare.open(bareSealed);
    }

    @Benchmark
    public byte[] sealTink4KiB() throws GeneralSecurityException, IOException {
        return small.seal(plain);
    }

    @Benchmark
    public byte[] openTink4KiB() throws GeneralSecurityException, IOException {
        return small.open(smallSealed, bytes);
    }

    @Benchmark
    public byte[] sealTink1MiB() throws GeneralSecurityException, IOException {
        return large.seal(plain);
    }

    @Benchmark
    public byte[] openTink1MiB() throws GeneralSecurityException, IOException {
        return large.open(largeSealed, bytes);
    }
}
