package muhafiz.crypto.keys;

import static java.util.stream.Collectors.toCollection;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Cipher;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.Primitives;
import muhafiz.crypto.UnavailableException;

/**
 * Root keys in a PKCS#11 token (an HSM, a smart card, SoftHSM), for one node or several. Each is an AES-256 key made inside the
 * token as an object of its own, sensitive and not extractable; wraps are made there too, in the form of {@link BcfksRootKeys}.
 * Nothing is kept between two calls, so whoever destroys a root destroys it for all processes at their next call.
 *
 * <p>PKCS#11 lets two objects have one label, and a token that was taken away may look like an empty one (SoftHSM 2.6.1
 * does). So a root's label ends in random digits, two keys made for one id by two processes at once are one root (the
 * first wraps, each is tried, both die), and a mark of the archive lies in the token: without it in sight no root is called gone.
 *
 * <p>The slot should be the archive's alone: logging in and out is done for the whole process, and two objects of
 * others with one label stop us. It cannot promise that a copy of the token made by its own means of backup dies with
 * the root; such copies are key backups. Tried with SoftHSM 2.6.1 on JDK 17 and 25; no hardware was tried.
 */
public final class Pkcs11RootKeys implements RootKeys {
    private static final Duration RETRY = Duration.ofSeconds(30);
    private static final int TELLING_APART = 8;
    private static final byte[] PROBE = new byte[16];

    private final RootNames names;
    private final Pkcs11Token token;

    private Pkcs11RootKeys(RootNames names, Pkcs11Token token) {
        this.names = names;
        this.token = token;
    }

    /**
     * Logs in to the token; where it does not bear the archive's mark yet, leaves it there. The mark is a key too, and shows
     * that the token can do AES-GCM.
     *
     * @param pin of the token's user; copied, so the caller wipes its own
     * @throws IllegalStateException when there is no such library, or the token refuses the PIN; asking again may lock it
     * @throws UnavailableException when the token does not answer
     */
    public static Pkcs11RootKeys open(Pkcs11Settings settings, char[] pin) {
        RootNames names = settings.names();
        var token = new Pkcs11Token(settings, pin);
        try {
            if (token.use(objects -> marks(objects, names)).isEmpty()) {
                token.generate(mark(names) + tellingApart(), "mark");
            }
            token.use(objects -> {
                proveWorking(inToken(objects, marks(objects, names).get(0)));
                return names;
            });
            return new Pkcs11RootKeys(names, token);
        } catch (RuntimeException e) {
            closeAfter(e, token);
            throw e;
        }
    }

    @Override
    public void create(String rootId) {
        String label = label(rootId) + tellingApart();
        token.use(objects -> {
            if (keysOf(objects, rootId).isEmpty()) {
                token.generate(label, rootId);
            }
            return rootId;
        });
        if (!alive().contains(rootId)) {
            throw new UnavailableException("the token took root key " + rootId + " and does not show it", RETRY);
        }
    }

    @Override
    public Set<String> alive() {
        return token.use(objects -> labels(objects).stream()
                .filter(label -> label.lastIndexOf('.') > 0)
                .flatMap(label -> names.rootIn(label.substring(0, label.lastIndexOf('.'))).stream())
                .collect(toCollection(TreeSet::new)));
    }

    @Override
    public byte[] wrap(String rootId, byte[] secret, byte[] aad) {
        return token.use(objects ->
                SmallBox.close(inToken(objects, living(objects, rootId).get(0)), secret, aad));
    }

    @Override
    public byte[] unwrap(String rootId, byte[] wrapped, byte[] aad) {
        return token.use(objects -> {
            IntegrityException refusal = new RootGoneException(rootId);
            for (String label : living(objects, rootId)) {
                SmallBox.Keyed key = inToken(objects, label);
                try {
                    return SmallBox.open(key, wrapped, aad);
                } catch (IntegrityException e) {
                    proveWorking(key);
                    refusal = e;
                }
            }
            throw refusal;
        });
    }

    @Override
    public void destroy(String rootId) {
        token.use(objects -> {
            for (String label : keysOf(objects, rootId)) {
                objects.deleteEntry(label);
            }
            return rootId;
        });
        if (alive().contains(rootId)) {
            throw new UnavailableException("the token was told to destroy root key " + rootId + " and shows it", RETRY);
        }
    }

    /** Logs the process out and wipes the PIN. */
    @Override
    public void close() {
        token.close();
    }

    private static void closeAfter(RuntimeException cause, Pkcs11Token token) {
        try {
            token.close();
        } catch (UnavailableException e) {
            cause.addSuppressed(e);
        }
    }

    private List<String> living(KeyStore objects, String rootId) throws GeneralSecurityException {
        List<String> labels = keysOf(objects, rootId);
        if (labels.isEmpty()) {
            throw new RootGoneException(rootId);
        }
        return labels;
    }

    /** The labels of the root's keys: one, unless two processes made it at the same time. */
    private List<String> keysOf(KeyStore objects, String rootId) throws GeneralSecurityException {
        String begin = label(rootId);
        return labels(objects).stream()
                .filter(label -> label.startsWith(begin))
                .sorted()
                .toList();
    }

    private List<String> labels(KeyStore objects) throws GeneralSecurityException {
        if (marks(objects, names).isEmpty()) {
            throw new UnavailableException("the token does not show the mark of archive " + names.archive(), RETRY);
        }
        return Collections.list(objects.aliases());
    }

    private static SmallBox.Keyed inToken(KeyStore objects, String label) throws GeneralSecurityException {
        Key key = objects.getKey(label, null);
        if (key == null) {
            throw new UnavailableException("the token lost sight of a root key just found", RETRY);
        }
        if (key.getFormat() != null) {
            throw new IntegrityException("the root key labelled " + label + " can be read out of its token");
        }
        return (mode, nonce) -> {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", objects.getProvider());
            cipher.init(mode, key, nonce);
            return cipher;
        };
    }

    /** SoftHSM answers a wrong tag and a failure of its own with the same CKR_GENERAL_ERROR; only the first is tampering. */
    private static void proveWorking(SmallBox.Keyed key) throws GeneralSecurityException {
        try {
            SmallBox.open(key, SmallBox.close(key, PROBE, PROBE), PROBE);
        } catch (IntegrityException e) {
            throw new UnavailableException("the token does not open what it has just closed", RETRY, e);
        }
    }

    private static List<String> marks(KeyStore objects, RootNames names) throws GeneralSecurityException {
        String mark = mark(names);
        return Collections.list(objects.aliases()).stream()
                .filter(label -> label.startsWith(mark))
                .toList();
    }

    private String label(String rootId) {
        return names.nameOf(rootId) + ".";
    }

    private static String mark(RootNames names) {
        return "muhafiz-" + names.archive() + ":mark.";
    }

    private static String tellingApart() {
        return HexFormat.of().formatHex(Primitives.random(TELLING_APART));
    }
}
