package muhafiz.itest.planted.crypto.seal;

/** Opens. */
public class Opener {
    public byte[] open() {
        return new byte[0];
    }
}
