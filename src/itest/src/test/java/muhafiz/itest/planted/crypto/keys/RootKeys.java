package muhafiz.itest.planted.crypto.keys;

/** Holds roots. */
public interface RootKeys {
    byte[] wrap(byte[] secret);
}
