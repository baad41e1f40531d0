package org.liptako.policy.opa;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.liptako.policy.Sha256;
import org.liptako.policy.rules.RuleSet;

/**
 * A rule set as a signed bundle, for an OPA that no node fills: the Rego module, the rules as data, the manifest with the rule set's digest as revision, and
 * the signature over the three (OPA, Bundles). Such an OPA is asked, and answers, exactly as a node's own.
 */
public final class OpaBundle {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final JudgeModule MODULE = JudgeModule.CURRENT;

    private OpaBundle() {}

    /** The bundle, {@code tar.gz}. */
    public static byte[] of(RuleSet rules, BundleSigner signer) {
        SequencedMap<String, byte[]> files = new LinkedHashMap<>();
        files.put(".manifest", CanonicalJson.bytes(manifest(rules)));
        files.put("data.json", CanonicalJson.bytes(data(rules)));
        files.put(JudgeModule.JUDGE + "/judge.rego", MODULE.text().getBytes(UTF_8));
        ObjectNode signatures = MAPPER.createObjectNode();
        signatures.putArray("signatures").add(signer.token(digests(files)));
        files.put(".signatures.json", CanonicalJson.bytes(signatures));
        return Tarball.of(files);
    }

    /** The path of the question: {@code POST /v1/data/…}. */
    public static String question() {
        return MODULE.question();
    }

    private static ObjectNode manifest(RuleSet rules) {
        ObjectNode manifest = MAPPER.createObjectNode();
        manifest.put("revision", rules.digest()).put("rego_version", 1);
        manifest.putArray("roots").add(JudgeModule.JUDGE).add(JudgeModule.RULES);
        return manifest;
    }

    /** The rules under the paths where the module looks for them. */
    private static ObjectNode data(RuleSet rules) {
        ObjectNode data = MAPPER.createObjectNode();
        put(data, MODULE.data(rules.digest()), OpaRuleSets.data(rules));
        OpaRuleSets.laws(rules)
                .forEach((digest, law) -> put(data, MODULE.law(digest), OpaLaws.data(law, rules.vocabulary())));
        return data;
    }

    private static void put(ObjectNode data, String path, Object document) {
        ObjectNode inner = data;
        String[] steps = path.split("/", -1);
        for (int step = 0; step < steps.length - 1; step++) {
            inner = inner.withObjectProperty(steps[step]);
        }
        inner.set(steps[steps.length - 1], MAPPER.valueToTree(document));
    }

    /** What is signed: the structured files are written in the form that their digests are defined over. */
    private static ObjectNode digests(SequencedMap<String, byte[]> files) {
        ObjectNode payload = MAPPER.createObjectNode();
        ArrayNode list = payload.putArray("files");
        files.forEach((name, content) -> list.addObject()
                .put("name", name)
                .put("hash", Sha256.hex(content))
                .put("algorithm", "SHA-256"));
        return payload;
    }
}
