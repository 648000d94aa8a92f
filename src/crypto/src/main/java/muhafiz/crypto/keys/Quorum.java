package muhafiz.crypto.keys;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import muhafiz.crypto.IntegrityException;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.threshold.ShamirSplitSecret;
import org.bouncycastle.crypto.threshold.ShamirSplitSecretShare;

/** Enough custodians together. For one thread; closing it wipes the private half as well as the JVM can. */
public final class Quorum implements AutoCloseable {
    private final String name;
    private final byte[] seed;

    private Quorum(String name, byte[] seed) {
        this.name = name;
        this.seed = seed;
    }

    /**
     * @param shares of one key pair, at least as many different ones as it needs
     * @throws IllegalArgumentException where they are too few, or of different pairs
     */
    public static Quorum of(Collection<QuorumShare> shares) {
        Map<Integer, QuorumShare> byNumber = new TreeMap<>();
        shares.forEach(share -> byNumber.put(share.number(), share));
        QuorumShare any = shares.stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no share of a quorum"));
        if (shares.stream()
                .anyMatch(one ->
                        !one.quorum().equals(any.quorum()) || one.need() != any.need() || one.of() != any.of())) {
            throw new IllegalArgumentException("the shares are of different quorums");
        }
        if (byNumber.size() < any.need()) {
            throw new IllegalArgumentException(
                    "of " + any.quorum() + " " + any.need() + " shares are needed, there are " + byNumber.size());
        }
        return new Quorum(any.quorum(), joined(byNumber, any.need()));
    }

    private static byte[] joined(Map<Integer, QuorumShare> byNumber, int need) {
        ShamirSplitSecretShare[] points = byNumber.values().stream()
                .limit(need)
                .map(share -> new ShamirSplitSecretShare(share.piece(), share.number()))
                .toArray(ShamirSplitSecretShare[]::new);
        try {
            return ShamirSplitSecret.getInstance(QuorumPair.FIELD, points).getSecret();
        } catch (IOException e) {
            throw new IllegalStateException("Bouncy Castle refused to join shares", e);
        }
    }

    /** The key pair's name. */
    public String name() {
        return name;
    }

    /** @throws IntegrityException where the wrap was changed or moved, or is another quorum's, or a share was not genuine */
    public LeafKey unwrap(byte[] wrapped, WrapBinding binding) {
        if (wrapped.length != QuorumKey.wrapLength() || wrapped[0] != QuorumKey.FORMAT) {
            throw new IntegrityException("this is no wrapped key of format " + QuorumKey.FORMAT);
        }
        byte[] place = binding.encoded();
        byte[] encapsulated = Arrays.copyOfRange(wrapped, 1, 1 + QuorumKey.ENCAPSULATED);
        byte[] sealed = Arrays.copyOfRange(wrapped, 1 + QuorumKey.ENCAPSULATED, wrapped.length);
        HPKE scheme = QuorumKey.scheme();
        AsymmetricCipherKeyPair pair = scheme.deserializePrivateKey(seed, null);
        byte[] secret = {};
        try {
            secret = scheme.setupBaseR(encapsulated, pair, place).open(place, sealed);
            return LeafKey.of(secret);
        } catch (InvalidCipherTextException e) {
            throw new IntegrityException("the quorum " + name + " does not open this wrap", e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    @Override
    public void close() {
        Arrays.fill(seed, (byte) 0);
    }
}
