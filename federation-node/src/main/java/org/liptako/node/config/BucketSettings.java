package org.liptako.node.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a configuration says of the bucket that holds the copies. */
record BucketSettings(SettingsFile file) {
    /** The names that AWS admits, which are those that a host may have. */
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

    private static final Pattern PREFIX = Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]{0,62}/){1,8}");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,64}");

    BucketConfig bucket(NodeConfig node) {
        BucketConfig bucket = read(node);
        String published = bucket.publishPrefix();
        if (published != null
                && (published.startsWith(bucket.prefix()) || bucket.prefix().startsWith(published))) {
            throw file.refused(
                    "la clé « liptako.exchange.s3.publish-prefix » se mêle aux copies (liptako.exchange.s3.prefix) :"
                            + " donnez-lui un préfixe à part",
                    "the key liptako.exchange.s3.publish-prefix runs into the copies (liptako.exchange.s3.prefix): give it a"
                            + " prefix apart");
        }
        return bucket;
    }

    /** The same bucket under the prefix of the published journal, which is the journal's alone. */
    BucketConfig published(@Nullable BucketConfig copies) {
        String key = "liptako.journal.publish-bucket-prefix";
        String prefix = file.required(key, text -> matching(PREFIX, text, "a/b/"));
        if (copies == null) {
            throw file.refused(
                    "la clé « " + key + " » suppose un stockage d'objets : donnez les clés « liptako.exchange.s3. »",
                    "the key " + key + " needs an object store: give the keys liptako.exchange.s3.");
        }
        if (meets(prefix, copies.prefix()) || meets(prefix, copies.publishPrefix())) {
            throw file.refused(
                    "la clé « " + key
                            + " » se mêle aux copies ou à ce qui se publie (liptako.exchange.s3.) : donnez-lui"
                            + " un préfixe à part",
                    "the key " + key + " runs into the copies or what is published (liptako.exchange.s3.): give it a"
                            + " prefix apart");
        }
        return copies.at(prefix);
    }

    private static boolean meets(String one, @Nullable String other) {
        return other != null && (one.startsWith(other) || other.startsWith(one));
    }

    private BucketConfig read(NodeConfig node) {
        return new BucketConfig(
                endpoint(node),
                file.required("liptako.exchange.s3.bucket", text -> matching(BUCKET, text, "a-z 0-9 . - (3–63)")),
                // A site's own, so that two that share a bucket do not share copies.
                file.orElse(
                        "liptako.exchange.s3.prefix",
                        node.site().value() + "/",
                        text -> matching(PREFIX, text, "a/b/")),
                file.orElse("liptako.exchange.s3.region", "us-east-1", text -> matching(REGION, text, "a-z 0-9 -")),
                file.required("liptako.exchange.s3.credentials-file", Path::of),
                file.orElse("liptako.exchange.s3.path-style", true, SettingTypes::yesOrNo),
                file.optional("liptako.exchange.s3.tls-roots").map(Path::of).orElse(null),
                file.has("liptako.exchange.s3.publish-prefix")
                        ? file.required("liptako.exchange.s3.publish-prefix", text -> matching(PREFIX, text, "a/b/"))
                        : null);
    }

    private URI endpoint(NodeConfig node) {
        URI endpoint = file.required("liptako.exchange.s3.endpoint", SettingTypes::http);
        boolean bare =
                endpoint.getRawPath().isEmpty() && endpoint.getRawQuery() == null && endpoint.getRawUserInfo() == null;
        if (!bare) {
            throw file.refused(
                    "la clé « liptako.exchange.s3.endpoint » doit être https://hôte:port, sans chemin",
                    "the key liptako.exchange.s3.endpoint must be https://host:port, without a path");
        }
        boolean open = endpoint.getScheme().equals("http") && !SettingsReader.LOOPBACKS.contains(endpoint.getHost());
        if (open && !node.demonstration()) {
            throw file.refused(
                    "la clé « liptako.exchange.s3.endpoint » enverrait les copies en clair sur le réseau : donnez une"
                            + " adresse https://",
                    "the key liptako.exchange.s3.endpoint would send the copies over the network in the open: give an"
                            + " https:// address");
        }
        return endpoint;
    }

    private static String matching(Pattern grammar, String text, String said) {
        if (!grammar.matcher(text).matches()) {
            throw new IllegalArgumentException(said);
        }
        return text;
    }
}
