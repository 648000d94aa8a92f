package muhafiz.bench.seal;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import com.google.crypto.tink.streamingaead.StreamingAeadParameters;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;

/** Tink's streaming encryption, AES256_GCM_HKDF with segments of 4 KiB or 1 MiB, as its documentation uses it. */
final class Streaming {
    private static final byte[] CONTEXT = new byte[57];

    private final StreamingAead aead;

    private Streaming(StreamingAeadParameters parameters) throws GeneralSecurityException {
        StreamingAeadConfig.register();
        aead = KeysetHandle.generateNew(parameters, RegistryConfiguration.get())
                .getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
    }

    static Streaming small() throws GeneralSecurityException {
        return new Streaming(PredefinedStreamingAeadParameters.AES256_GCM_HKDF_4KB);
    }

    static Streaming large() throws GeneralSecurityException {
        return new Streaming(PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB);
    }

    byte[] seal(byte[] plain) throws GeneralSecurityException, IOException {
        var sealed = new ByteArrayOutputStream(plain.length + plain.length / 100 + 4096);
        try (OutputStream sealing = aead.newEncryptingStream(sealed, CONTEXT)) {
            sealing.write(plain);
        }
        return sealed.toByteArray();
    }

    byte[] open(byte[] sealed, int length) throws GeneralSecurityException, IOException {
        byte[] plain = new byte[length];
        try (var opening = aead.newDecryptingStream(new ByteArrayInputStream(sealed), CONTEXT)) {
            if (opening.readNBytes(plain, 0, length) != length) {
                throw new IOException("a stream came back short");
            }
        }
        return plain;
    }
}
