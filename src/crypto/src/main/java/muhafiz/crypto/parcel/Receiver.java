package muhafiz.crypto.parcel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.time.Instant;
import java.util.Date;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.jcajce.JcaAlgorithmParametersConverter;

/** To whom something is encrypted: the holder of a certificate's key. Immutable; safe for all threads. */
public final class Receiver {
    /** NIST SP 800-57 part 1, table 2: 128 bits of strength. */
    private static final int SHORTEST_BITS = 3072;

    private static final int LONGEST_PEM = 16 * 1024;
    private static final Provider PROVIDER = new BouncyCastleProvider();
    private static final OAEPParameterSpec OAEP =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    private final X509Certificate certificate;

    private Receiver(X509Certificate certificate) {
        this.certificate = certificate;
    }

    /**
     * Whether it may be trusted is for the caller to know: no chain is looked at.
     *
     * @param pem one X.509 certificate with an RSA key of at least 3072 bits
     * @param now when it must be valid
     * @throws IllegalArgumentException that says what was found and what is taken, where it is none
     */
    public static Receiver ofPem(String pem, Instant now) {
        if (pem.length() > LONGEST_PEM) {
            throw new IllegalArgumentException("a certificate has at most " + LONGEST_PEM + " characters");
        }
        try {
            X509Certificate read = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
            read.checkValidity(Date.from(now));
            if (!(read.getPublicKey() instanceof RSAPublicKey key)
                    || key.getModulus().bitLength() < SHORTEST_BITS) {
                throw new IllegalArgumentException(
                        "the certificate has no RSA key of at least " + SHORTEST_BITS + " bits");
            }
            return new Receiver(read);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("this is no X.509 certificate in PEM that is valid now", e);
        }
    }

    /**
     * Encrypts what is written; nothing is kept.
     *
     * @param out gets DER that ends with the returned stream's end; not closed with it
     */
    public OutputStream encryptTo(OutputStream out) throws IOException {
        try {
            var wrap = new JcaAlgorithmParametersConverter()
                    .getAlgorithmIdentifier(PKCSObjectIdentifiers.id_RSAES_OAEP, OAEP);
            var generator = new CMSAuthEnvelopedDataStreamGenerator();
            generator.addRecipientInfoGenerator(
                    new JceKeyTransRecipientInfoGenerator(certificate, wrap).setProvider(PROVIDER));
            var encryptor = (OutputAEADEncryptor) new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM)
                    .setProvider(PROVIDER)
                    .build();
            return generator.open(out, encryptor);
        } catch (GeneralSecurityException | CMSException e) {
            throw new IOException("nothing can be encrypted to this certificate", e);
        }
    }
}
