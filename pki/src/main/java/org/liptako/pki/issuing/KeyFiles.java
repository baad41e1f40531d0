package org.liptako.pki.issuing;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Set;
import java.util.UUID;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.CryptoProvider;

/** Private keys in PKCS#8 PEM files (RFC 5958, RFC 7468), readable by their owner alone, encrypted where asked. */
public final class KeyFiles {
    private static final long MAX_BYTES = 64 * 1024;
    private static final int ITERATIONS = 600_000;

    /** Some seconds. */
    private static final int MOST_ITERATIONS = 5_000_000;

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private KeyFiles() {}

    /**
     * Writes a key to a new file of mode 0600.
     *
     * @throws IssuingException if the file exists or cannot be written
     */
    public static void write(Path file, PrivateKey key) {
        writeNew(file, pem(file, key, null));
    }

    /** As {@link #write}, encrypted with AES-256-CBC under a key from the passphrase (PBES2, RFC 8018). */
    public static void writeEncrypted(Path file, PrivateKey key, char[] passphrase, SecureRandom random) {
        try {
            OutputEncryptor encryptor = new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                    .setProvider(CryptoProvider.BOUNCY_CASTLE)
                    .setPRF(PKCS8Generator.PRF_HMACSHA256)
                    .setIterationCount(ITERATIONS)
                    .setRandom(random)
                    .setPassword(passphrase)
                    .build();
            writeNew(file, pem(file, key, encryptor));
        } catch (OperatorCreationException e) {
            throw new IssuingException(
                    "La clé pour " + file + " n'a pu être chiffrée : donnez une autre phrase secrète.",
                    "The key for " + file + " could not be encrypted: give another passphrase.",
                    e);
        }
    }

    /**
     * Reads an unencrypted key.
     *
     * @throws IssuingException if the file holds no plain PKCS#8 key
     */
    public static PrivateKey read(Path file) {
        if (readPem(file) instanceof PrivateKeyInfo plain) {
            return toKey(file, plain);
        }
        throw new IssuingException(
                file + " n'est pas une clé PKCS#8 en clair, en PEM (BEGIN PRIVATE KEY) : donnez le bon fichier.",
                file + " is not a plain PKCS#8 PEM key (BEGIN PRIVATE KEY): give the right file.");
    }

    /**
     * Reads an encrypted key.
     *
     * @throws IssuingException if the file holds no encrypted PKCS#8 key, or the passphrase is not its own
     */
    public static PrivateKey readEncrypted(Path file, char[] passphrase) {
        if (!(readPem(file) instanceof PKCS8EncryptedPrivateKeyInfo encrypted)) {
            throw new IssuingException(
                    file
                            + " n'est pas une clé PKCS#8 chiffrée, en PEM (BEGIN ENCRYPTED PRIVATE KEY) : donnez le bon fichier.",
                    file + " is not an encrypted PKCS#8 PEM key (BEGIN ENCRYPTED PRIVATE KEY): give the right file.");
        }
        requireBounded(file, encrypted.toASN1Structure().getEncryptionAlgorithm());
        try {
            return toKey(
                    file,
                    encrypted.decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                            .setProvider(CryptoProvider.BOUNCY_CASTLE)
                            .build(passphrase)));
        } catch (OperatorCreationException | PKCSException e) {
            throw new IssuingException(
                    "La clé de " + file + " ne s'ouvre pas avec cette phrase secrète : donnez la sienne.",
                    "The key in " + file + " does not open with this passphrase: give its own.",
                    e);
        }
    }

    /** Whoever wrote the file says how often its reader has to hash: without a limit, for years. */
    private static void requireBounded(Path file, AlgorithmIdentifier encryption) {
        try {
            KeyDerivationFunc derivation =
                    PBES2Parameters.getInstance(encryption.getParameters()).getKeyDerivationFunc();
            BigInteger iterations =
                    PBKDF2Params.getInstance(derivation.getParameters()).getIterationCount();
            if (encryption.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)
                    && derivation.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)
                    && iterations.compareTo(BigInteger.valueOf(MOST_ITERATIONS)) <= 0) {
                return;
            }
        } catch (RuntimeException e) {
            throw new IssuingException(
                    "La clé de " + file
                            + " n'est pas chiffrée comme le dit PKCS#8. Chiffrez-la de nouveau : openssl pkcs8 -topk8 -v2 aes-256-cbc.",
                    "The key in " + file
                            + " is not encrypted as PKCS#8 says. Encrypt it anew: openssl pkcs8 -topk8 -v2 aes-256-cbc.",
                    e);
        }
        throw new IssuingException(
                "La clé de " + file + " n'est pas chiffrée par PBES2 avec PBKDF2 d'au plus " + MOST_ITERATIONS
                        + " itérations. Chiffrez-la de nouveau : openssl pkcs8 -topk8 -v2 aes-256-cbc.",
                "The key in " + file + " is not encrypted by PBES2 with PBKDF2 of at most " + MOST_ITERATIONS
                        + " iterations. Encrypt it anew: openssl pkcs8 -topk8 -v2 aes-256-cbc.");
    }

    /**
     * Refuses a key file that anyone but its owner may read or write.
     *
     * @throws IssuingException if so; the message says how to mend it
     */
    public static void requirePrivate(Path file) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            if (!OWNER_ONLY.containsAll(permissions)) {
                throw new IssuingException(
                        "La clé " + file + " a le mode " + PosixFilePermissions.toString(permissions)
                                + " : d'autres peuvent y accéder. Corrigez par chmod 600.",
                        "The key " + file + " has mode " + PosixFilePermissions.toString(permissions)
                                + ": others can reach it. Mend it with chmod 600.");
            }
        } catch (IOException e) {
            throw new IssuingException(
                    "La clé " + file + " ne peut être examinée : le chemin est-il juste ?",
                    "The key " + file + " cannot be looked at: is the path right?",
                    e);
        }
    }

    private static PrivateKey toKey(Path file, PrivateKeyInfo info) {
        try {
            return new JcaPEMKeyConverter().getPrivateKey(info);
        } catch (IOException e) {
            throw new IssuingException(
                    "La clé de " + file
                            + " est d'un genre que ce Java ne connaît pas : faites-en une sur P-256, P-384 ou Ed25519.",
                    "The key in " + file
                            + " is of a kind that this Java does not know: make one on P-256, P-384 or Ed25519.",
                    e);
        }
    }

    private static @Nullable Object readPem(Path file) {
        try (PEMParser parser = new PEMParser(new StringReader(text(file)))) {
            return parser.readObject();
        } catch (IOException | RuntimeException e) {
            if (e instanceof IssuingException issuing) {
                throw issuing;
            }
            throw new IssuingException(
                    file + " n'est pas un fichier PEM : donnez le bon fichier.",
                    file + " is not a PEM file: give the right file.",
                    e);
        }
    }

    static String text(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new IssuingException(
                        file + " est plus grand que tout fichier PEM d'ici (" + MAX_BYTES
                                + " octets) : donnez le bon fichier.",
                        file + " is larger than any PEM file of ours (" + MAX_BYTES + " bytes): give the right file.");
            }
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (NoSuchFileException e) {
            throw new IssuingException(
                    "Il n'y a pas de fichier " + file + " : vérifiez le chemin.",
                    "There is no file " + file + ": check the path.",
                    e);
        } catch (IOException e) {
            throw new IssuingException(
                    file + " ne peut être lu comme du texte : donnez un fichier PEM que vous pouvez lire.",
                    file + " cannot be read as text: give a PEM file that you may read.",
                    e);
        }
    }

    private static String pem(Path file, PrivateKey key, @Nullable OutputEncryptor encryptor) {
        if (key.getEncoded() == null) {
            throw new IssuingException(
                    "La clé pour " + file + " vit dans un jeton, et ne le quitte jamais : déclarez-la par son jeton.",
                    "The key for " + file + " lives in a token, and never leaves it: declare it by its token.");
        }
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(new JcaPKCS8Generator(key, encryptor));
        } catch (IOException e) {
            throw new IssuingException(
                    "La clé pour " + file
                            + " ne peut quitter l'endroit où elle est gardée : déclarez-la là où elle est.",
                    "The key for " + file + " cannot be exported from where it is kept: declare it where it is.",
                    e);
        }
        return text.toString();
    }

    /**
     * The file has its mode and all its content from the moment it exists under its name: there is no instant at which
     * another may open it, and no power cut leaves half a key.
     */
    private static void writeNew(Path file, String text) {
        Path draft = file.resolveSibling(file.getFileName() + ".draft-" + UUID.randomUUID());
        try (SeekableByteChannel channel = Files.newByteChannel(
                draft,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC),
                PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            // Unlike a move, a link never replaces what is there.
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            throw new IssuingException(
                    "Le fichier de clé " + file + " existe, et aucune clé n'est écrasée : déplacez-le d'abord.",
                    "The key file " + file + " exists; a key is never overwritten. Move it first.",
                    e);
        } catch (IOException | UnsupportedOperationException e) {
            throw new IssuingException(
                    "Le fichier de clé " + file
                            + " ne peut être écrit : vérifiez le chemin, les droits et la place du disque.",
                    "The key file " + file
                            + " cannot be written: check the path, the permissions and the room on the disk.",
                    e);
        } finally {
            remove(draft);
        }
    }

    private static void remove(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            throw new IssuingException(
                    "Le fichier " + draft + " contient une clé et ne peut être supprimé : supprimez-le.",
                    "The file " + draft + " holds a key and cannot be removed: remove it.",
                    e);
        }
    }
}
