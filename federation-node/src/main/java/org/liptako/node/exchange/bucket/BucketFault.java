package org.liptako.node.exchange.bucket;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.liptako.node.wire.Printable;
import org.liptako.node.wire.Sentence;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What an object store's refusal, or its silence, means to an operator, in one sentence. */
enum BucketFault {
    OVERLOADED(
            true,
            "SlowDown ServiceUnavailable RequestTimeout ThrottlingException",
            "est surchargé ou en panne",
            "le nœud reprendra ; si cela dure, voyez son exploitant",
            "is overloaded or out of order",
            "the node will go on; if it lasts, see its operator"),
    CREDENTIALS(
            false,
            "ExpiredToken TokenRefreshRequired InvalidToken InvalidAccessKeyId SignatureDoesNotMatch AccessDenied",
            "n'admet pas les identifiants du nœud",
            "renouvelez le fichier de « liptako.exchange.s3.credentials-file », ou les droits de cette clé",
            "does not admit the node's credentials",
            "renew the file of liptako.exchange.s3.credentials-file, or the rights of that key"),
    DAMAGED(
            true,
            "BadDigest InvalidDigest XAmzContentSHA256Mismatch IncompleteBody",
            "a reçu d'autres octets que ceux envoyés",
            "ils seront renvoyés ; vérifiez ce qui se trouve entre lui et le nœud",
            "got other bytes than were sent",
            "they will be sent again; check what lies between it and the node"),
    LOST(
            true,
            "NoSuchUpload InvalidPart InvalidPartOrder",
            "a perdu un envoi commencé",
            "le nœud renverra ce qui manque ; voyez si une règle du compartiment ôte les envois inachevés",
            "lost an upload that was begun",
            "the node will send again what is missing; see whether a rule of the bucket removes unfinished uploads"),
    FULL(
            false,
            "QuotaExceeded XMinioStorageFull InsufficientStorage",
            "est plein",
            "libérez de la place ou relevez le quota",
            "is full",
            "make room or raise the quota"),
    NO_BUCKET(
            false,
            "NoSuchBucket PermanentRedirect AuthorizationHeaderMalformed",
            "n'a pas ce compartiment, ou pas dans cette région",
            "corrigez « liptako.exchange.s3.bucket » ou « liptako.exchange.s3.region »",
            "has no such bucket, or not in this region",
            "mend liptako.exchange.s3.bucket or liptako.exchange.s3.region"),
    OTHER(false, "", "refuse la demande", "voyez son exploitant", "refuses the request", "see its operator");

    private static final int MOST_SHOWN = 160;

    private final boolean passing;
    /** In S3's words, one space between two. */
    private final String codes;

    private final String fr;
    private final String mendFr;
    private final String en;
    private final String mendEn;

    BucketFault(boolean passing, String codes, String fr, String mendFr, String en, String mendEn) {
        this.passing = passing;
        this.codes = codes;
        this.fr = fr;
        this.mendFr = mendFr;
        this.en = en;
        this.mendEn = mendEn;
    }

    static BucketException of(String endpoint, SdkException thrown) {
        if (!(thrown instanceof AwsServiceException refused)) {
            Sentence why = TlsFault.of(endpoint, thrown).orElseGet(() -> silent(endpoint, line(thrown.getMessage())));
            return new BucketException(why, true, thrown);
        }
        AwsErrorDetails details = refused.awsErrorDetails();
        String code = details == null ? "" : line(details.errorCode());
        BucketFault fault = of(code, refused.statusCode());
        String said = details == null ? "" : line(details.errorMessage());
        String shown = fault == OTHER && !said.isBlank() ? code + ", " + said : code;
        return new BucketException(
                fault.sentence(endpoint, "HTTP " + refused.statusCode() + (shown.isBlank() ? "" : " " + shown)),
                fault.passing,
                thrown);
    }

    private static BucketFault of(String code, int status) {
        return Arrays.stream(values())
                .filter(fault -> fault.names(code))
                .findFirst()
                .orElse(byStatus(status));
    }

    private boolean names(String code) {
        return !code.isBlank() && (" " + codes + " ").contains(" " + code + " ");
    }

    private static BucketFault byStatus(int status) {
        return switch (status) {
            case 401, 403 -> CREDENTIALS;
            case 507 -> FULL;
            default -> status >= 500 || status == 429 ? OVERLOADED : OTHER;
        };
    }

    private Sentence sentence(String endpoint, String shown) {
        return new Sentence(
                "Le stockage d'objets " + endpoint + " " + fr + " (" + shown + ") ; " + mendFr + ".",
                "The object store " + endpoint + " " + en + " (" + shown + "); " + mendEn + ".");
    }

    private static Sentence silent(String endpoint, String said) {
        return new Sentence(
                "Le stockage d'objets " + endpoint + " ne répond pas comme il doit (" + said
                        + ") ; vérifiez le réseau, l'adresse et le certificat.",
                "The object store " + endpoint + " does not answer as it must (" + said
                        + "); check the network, the address and the certificate.");
    }

    private static String line(@Nullable String said) {
        return said == null ? "" : Printable.line(said, MOST_SHOWN);
    }
}
