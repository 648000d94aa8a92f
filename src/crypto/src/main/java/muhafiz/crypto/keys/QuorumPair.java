package muhafiz.crypto.keys;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter;
import org.bouncycastle.crypto.threshold.ShamirSplitSecret;
import org.bouncycastle.crypto.threshold.ShamirSplitSecretShare;

/**
 * A quorum's key pair, new: the public half, and the private half in shares and nowhere else.
 *
 * @param shares to be handed out once, and forgotten here
 */
public record QuorumPair(QuorumKey key, List<QuorumShare> shares) {
    static final ShamirSecretSplitter.Algorithm FIELD = ShamirSecretSplitter.Algorithm.AES;

    public QuorumPair {
        shares = List.copyOf(shares);
    }

    /**
     * @param name 1 to 64 characters of a-z, 0-9 and dashes
     * @param need shares that open, 2 to {@code of}
     * @param of shares, at most 16
     */
    public static QuorumPair make(String name, int need, int of) {
        QuorumShare.checkSize(need, of);
        try {
            ShamirSplitSecret split = ShamirSecretSplitter.getInstance(FIELD, LeafKey.LENGTH, new SecureRandom())
                    .split(need, of);
            byte[] seed = split.getSecret();
            try {
                return new QuorumPair(publicHalf(seed), shares(name, need, split.getSecretShares()));
            } finally {
                Arrays.fill(seed, (byte) 0);
            }
        } catch (IOException e) {
            throw new IllegalStateException("Bouncy Castle refused to split a secret", e);
        }
    }

    static QuorumKey publicHalf(byte[] seed) {
        HPKE scheme = QuorumKey.scheme();
        return QuorumKey.of(scheme.serializePublicKey(
                scheme.deserializePrivateKey(seed, null).getPublic()));
    }

    private static List<QuorumShare> shares(String name, int need, ShamirSplitSecretShare[] split) throws IOException {
        List<QuorumShare> shares = new ArrayList<>();
        for (ShamirSplitSecretShare share : split) {
            shares.add(new QuorumShare(name, shares.size() + 1, need, split.length, share.getEncoded()));
        }
        return shares;
    }
}
