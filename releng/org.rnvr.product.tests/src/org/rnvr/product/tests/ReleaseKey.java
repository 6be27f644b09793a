package org.rnvr.product.tests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPDigestCalculatorProviderBuilder;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPKeyPair;

/** A key that signs the artifacts of repositories. */
final class ReleaseKey {

    private static final int BITS = 2048;

    private final PGPKeyPair pair;
    private final PGPPublicKey published;

    private ReleaseKey(PGPKeyPair pair, PGPPublicKey published) {
        this.pair = pair;
        this.published = published;
    }

    static ReleaseKey of(String owner) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            PGPKeyPair pair = new JcaPGPKeyPair(
                    PublicKeyPacket.VERSION_4, PGPPublicKey.RSA_GENERAL, generator.generateKeyPair(), new Date());
            PGPSecretKeyRing ring = new PGPKeyRingGenerator(
                            PGPSignature.POSITIVE_CERTIFICATION,
                            pair,
                            owner,
                            new JcaPGPDigestCalculatorProviderBuilder().build().get(HashAlgorithmTags.SHA1),
                            null,
                            null,
                            new JcaPGPContentSignerBuilder(PGPPublicKey.RSA_GENERAL, HashAlgorithmTags.SHA256),
                            null)
                    .generateSecretKeyRing();
            return new ReleaseKey(pair, ring.getPublicKey());
        } catch (GeneralSecurityException | PGPException e) {
            throw new IllegalStateException(e);
        }
    }

    String fingerprint() {
        return HexFormat.of().withUpperCase().formatHex(published.getFingerprint());
    }

    /** The public key as text. */
    String text() {
        return armored(published::encode);
    }

    /** Signs every artifact of a repository. */
    void sign(RepositoryCopy repository) {
        repository.list(artifact -> artifact.with("pgp.signatures", signature(repository.content(artifact)))
                .with("pgp.publicKeys", text()));
    }

    private String signature(byte[] content) {
        try {
            PGPSignatureGenerator generator = new PGPSignatureGenerator(
                    new JcaPGPContentSignerBuilder(PGPPublicKey.RSA_GENERAL, HashAlgorithmTags.SHA256), published);
            generator.init(PGPSignature.BINARY_DOCUMENT, pair.getPrivateKey());
            generator.update(content);
            return armored(generator.generate()::encode);
        } catch (PGPException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String armored(Encoding encoding) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ArmoredOutputStream armor =
                ArmoredOutputStream.builder().clearHeaders().build(bytes)) {
            encoding.to(armor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.US_ASCII).replace("\r\n", "\n");
    }

    /** Writes itself. */
    @FunctionalInterface
    private interface Encoding {
        void to(OutputStream out) throws IOException;
    }
}
