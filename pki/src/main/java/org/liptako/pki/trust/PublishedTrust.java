package org.liptako.pki.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.liptako.pki.quorum.SignatureLimits;
import org.liptako.pki.revocation.RevocationList;

/**
 * Trust states and revocation lists as a State publishes them in a directory and below it:
 *
 * <pre>
 * state-N.der, state-N.p7s             the trust state of that number, and its signatures
 * NAME.crl, NAME-delta.crl             lists, DER, with the issuer's certificate as the first of NAME.pem beside them
 * </pre>
 *
 * <p>None of it is believed for lying there. What is too large, or lacks its other half, is left out.
 *
 * @param states by their number, the first first
 * @param lists complete ones first, since a delta adds to one
 */
public record PublishedTrust(List<SignedTrustState> states, List<PublishedList> lists) {
    private static final int MOST_FILES = 10_000;
    private static final int DEPTH = 4;
    private static final long MAX_CHAIN_FILE = 64L * 1024;
    private static final Pattern STATE = Pattern.compile("state-([1-9][0-9]{0,17})\\.der");
    private static final Pattern OTHER_HALF = Pattern.compile("(.+)\\.(?:p7s|pem)");
    private static final Pattern LIST = Pattern.compile("(.+?)(-delta)?\\.crl");

    public PublishedTrust {
        states = List.copyOf(states);
        lists = List.copyOf(lists);
    }

    /** The files in a directory that {@link #read} would take, their other halves with them, for those may come later. */
    public static List<Path> files(Path directory) {
        try (Stream<Path> all = Files.walk(directory, DEPTH)) {
            return all.filter(file -> isDocument(file) || isOtherHalf(file))
                    .limit(MOST_FILES)
                    .sorted(Comparator.comparing((Path file) -> name(file).endsWith("-delta.crl"))
                            .thenComparing(file -> file))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new TrustStoreException(
                    "Le dossier " + directory + " ne peut être listé : le chemin est-il juste ?",
                    "The directory " + directory + " cannot be listed: is the path right?",
                    e);
        }
    }

    /**
     * Reads what lies in a directory.
     *
     * @throws TrustStoreException if the directory cannot be listed
     */
    public static PublishedTrust read(Path directory) {
        TreeMap<Long, SignedTrustState> states = new TreeMap<>();
        List<PublishedList> lists = new ArrayList<>();
        for (Path file :
                files(directory).stream().filter(PublishedTrust::isDocument).toList()) {
            Matcher state = STATE.matcher(name(file));
            if (state.matches()) {
                long number = Long.parseLong(state.group(1));
                signed(file, number).ifPresent(read -> states.put(number, read));
            } else {
                list(file).ifPresent(lists::add);
            }
        }
        return new PublishedTrust(List.copyOf(states.values()), lists);
    }

    private static boolean isDocument(Path file) {
        return STATE.matcher(name(file)).matches() || LIST.matcher(name(file)).matches();
    }

    private static boolean isOtherHalf(Path file) {
        Matcher half = OTHER_HALF.matcher(name(file));
        return half.matches()
                && Stream.of(".der", ".crl", "-delta.crl")
                        .map(ending -> file.resolveSibling(half.group(1) + ending))
                        .anyMatch(document -> isDocument(document) && Files.exists(document));
    }

    private static Optional<SignedTrustState> signed(Path document, long number) {
        Path signatures = document.resolveSibling("state-" + number + ".p7s");
        return KeptFile.read(document, TrustStateCodec.MAX_BYTES)
                .flatMap(content -> KeptFile.read(signatures, SignatureLimits.MAX_BYTES)
                        .map(read -> new SignedTrustState(content, read)));
    }

    private static Optional<PublishedList> list(Path file) {
        String issuer = LIST.matcher(name(file)).replaceFirst("$1.pem");
        return KeptFile.read(file, RevocationList.MAX_BYTES)
                .flatMap(list -> certificate(file.resolveSibling(issuer)).map(der -> new PublishedList(list, der)));
    }

    private static Optional<byte[]> certificate(Path file) {
        return KeptFile.read(file, MAX_CHAIN_FILE).flatMap(text -> {
            try {
                return Optional.of(CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(text))
                        .getEncoded());
            } catch (CertificateException notOne) {
                return Optional.empty();
            }
        });
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
