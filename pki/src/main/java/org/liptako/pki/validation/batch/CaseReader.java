package org.liptako.pki.validation.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.certpolicy.PolicyInputs;
import org.liptako.pki.revocation.RevocationList;
import org.liptako.pki.revocation.RevocationListException;
import org.liptako.pki.revocation.RevocationLists;
import org.liptako.pki.validation.CandidateChain;
import org.liptako.pki.validation.Expectation;
import org.liptako.pki.validation.Purpose;
import org.liptako.pki.validation.Rfc5280Question;

/** From a line to a question. Thread-safe. */
final class CaseReader {
    /** More lists than any case needs, and few enough that reading them takes milliseconds. */
    private static final int MOST_LISTS = 64;

    private static final int MOST_LIST_BYTES = 2 * RevocationList.MAX_BYTES;

    /** Twice as many octets as the validator takes, in base64. */
    private static final long MOST_CHAIN_CHARACTERS = 4 * 1024 * 1024L;

    private static final Map<String, Integer> USAGES = Map.of(
            "digitalsignature", KeyUsage.digitalSignature,
            "nonrepudiation", KeyUsage.nonRepudiation,
            "contentcommitment", KeyUsage.nonRepudiation,
            "keyencipherment", KeyUsage.keyEncipherment,
            "dataencipherment", KeyUsage.dataEncipherment,
            "keyagreement", KeyUsage.keyAgreement,
            "keycertsign", KeyUsage.keyCertSign,
            "crlsign", KeyUsage.cRLSign,
            "encipheronly", KeyUsage.encipherOnly,
            "decipheronly", KeyUsage.decipherOnly);

    private static final ObjectReader JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .readerFor(BatchCase.class);

    private static final ObjectReader ANY_JSON = new ObjectMapper().reader();

    private CaseReader() {}

    static BatchCase parse(String line, long number) throws MalformedLineException {
        try {
            @Nullable BatchCase parsed = JSON.readValue(line);
            if (parsed == null || parsed.chain() == null || parsed.roots() == null || parsed.time() == null) {
                throw new MalformedLineException(number, LineFault.INCOMPLETE);
            }
            return parsed;
        } catch (JsonProcessingException e) {
            throw new MalformedLineException(number, LineFault.NOT_AN_OBJECT);
        }
    }

    /** What a line that is no case calls itself, if that can be read. */
    static @Nullable JsonNode idOf(String line) {
        try {
            @Nullable JsonNode tree = line.length() > ChainBatch.MAX_LINE ? null : ANY_JSON.readTree(line);
            return tree == null ? null : tree.get("id");
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** The question of a case; what is wrong with its certificates and lists is left to the validator. */
    static Rfc5280Question question(BatchCase given, long number) throws MalformedLineException {
        return new Rfc5280Question(
                new CandidateChain(decoded(given.chain(), MOST_CHAIN_CHARACTERS)),
                decoded(given.roots(), MOST_CHAIN_CHARACTERS),
                new Expectation(time(given.time(), number), purpose(given.purpose(), number), given.peerName()),
                policy(given.policy(), number),
                given.maxDepth() == null ? OptionalInt.empty() : OptionalInt.of(given.maxDepth()),
                usages(given.keyUsage(), number),
                lists(given.crls()),
                revocation(given.revocation(), number));
    }

    /** What is not base64, or beyond what anyone would judge, becomes no bytes, which no parser accepts. */
    private static List<byte[]> decoded(@Nullable List<String> encoded, long mostCharacters) {
        List<byte[]> decoded = new ArrayList<>();
        long characters = 0;
        for (@Nullable String each : encoded == null ? List.<String>of() : encoded) {
            characters += each == null ? 0 : each.length();
            decoded.add(characters > mostCharacters ? new byte[0] : decoded(each));
        }
        return decoded;
    }

    private static byte[] decoded(@Nullable String encoded) {
        try {
            return encoded == null ? new byte[0] : Base64.getDecoder().decode(encoded);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static Instant time(@Nullable String time, long number) throws MalformedLineException {
        try {
            return OffsetDateTime.parse(String.valueOf(time)).toInstant();
        } catch (DateTimeException e) {
            throw new MalformedLineException(number, LineFault.TIME);
        }
    }

    private static Purpose purpose(@Nullable String purpose, long number) throws MalformedLineException {
        return switch (purpose) {
            case "serverAuth" -> Purpose.SERVER_AUTH;
            case "clientAuth" -> Purpose.CLIENT_AUTH;
            case "any" -> Purpose.ANY;
            case null -> Purpose.ANY;
            default -> throw new MalformedLineException(number, LineFault.PURPOSE);
        };
    }

    private static boolean revocation(@Nullable String revocation, long number) throws MalformedLineException {
        if (revocation != null && !revocation.equals("crl")) {
            throw new MalformedLineException(number, LineFault.REVOCATION);
        }
        return revocation != null;
    }

    private static PolicyInputs policy(BatchCase.@Nullable Policy policy, long number) throws MalformedLineException {
        if (policy == null) {
            return PolicyInputs.NONE;
        }
        try {
            Set<ASN1ObjectIdentifier> initial = policy.initial() == null
                    ? Set.of()
                    : policy.initial().stream().map(ASN1ObjectIdentifier::new).collect(Collectors.toSet());
            return new PolicyInputs(initial, policy.explicit(), policy.inhibitMapping(), policy.inhibitAny());
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new MalformedLineException(number, LineFault.POLICY);
        }
    }

    private static int usages(@Nullable List<String> names, long number) throws MalformedLineException {
        int bits = 0;
        for (@Nullable String name : names == null ? List.<String>of() : names) {
            @Nullable
            Integer bit = USAGES.get(String.valueOf(name).replace("_", "").toLowerCase(Locale.ROOT));
            if (bit == null) {
                throw new MalformedLineException(number, LineFault.KEY_USAGE);
            }
            bits |= bit;
        }
        return bits;
    }

    /** A list that cannot be read is as good as none: whoever needs it is refused for want of a list. */
    private static RevocationLists lists(@Nullable List<String> encoded) {
        List<RevocationList> lists = new ArrayList<>();
        int bytes = 0;
        for (byte[] der : decoded(encoded, 2L * MOST_LIST_BYTES)) {
            bytes += der.length;
            if (lists.size() < MOST_LISTS && bytes <= MOST_LIST_BYTES) {
                list(der).ifPresent(lists::add);
            }
        }
        return new RevocationLists(lists);
    }

    private static Optional<RevocationList> list(byte[] der) {
        try {
            return Optional.of(RevocationList.parse(der));
        } catch (RevocationListException e) {
            return Optional.empty();
        }
    }
}
