package muhafiz.itest.planted.service;

import muhafiz.itest.planted.crypto.seal.Ciphertext;

/** Calls plaintext ciphertext. */
class Counterfeiter {
    Ciphertext pretend(byte[] plaintext) {
        return new Ciphertext(plaintext);
    }
}
