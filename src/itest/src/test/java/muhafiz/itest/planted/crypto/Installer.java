package muhafiz.itest.planted.crypto;

import java.security.Provider;
import java.security.Security;

/** Changes the JVM for everybody. */
class Installer {
    void install(Provider provider) {
        Security.addProvider(provider);
    }
}
