package muhafiz.itest.planted.crypto.seal;

/** Anybody can make it. */
public record Ciphertext(byte[] bytes) {}
