package muhafiz.itest.planted.service;

import muhafiz.itest.planted.crypto.seal.Opener;

/** A way to the plaintext past the log. */
class Opening {
    byte[] openWithoutLog(Opener opener) {
        return opener.open();
    }
}
