package muhafiz.itest.planted.crypto.keys;

/** Hands a root out. */
class LeakyRoots implements RootKeys {
    @Override
    public byte[] wrap(byte[] secret) {
        return secret.clone();
    }

    byte[] exportRoot() {
        return new byte[32];
    }
}
