package org.liptako.pki.ceremony;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.issuing.KeySource;
import org.liptako.pki.issuing.Token;
import org.liptako.pki.name.Zone;
import org.liptako.pki.quorum.QuorumRule;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads a declaration: YAML, at most 64 KiB, every field known. */
public final class CeremonyReader {
    private static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_DEPTH = 16;
    private static final int FORMAT = 1;
    private static final int FEWEST_WITNESSES = 2;
    /** As many as a quorum may have: all of them sign the transcript. */
    private static final int MOST_WITNESSES = QuorumRule.MOST_PEOPLE;

    /** Said aloud and written into the transcript: for nodes' own keys, and for trials. */
    private static final String NO_PASSPHRASE = "none";

    private final Secrets secrets;

    public CeremonyReader(Secrets secrets) {
        this.secrets = secrets;
    }

    /**
     * Reads a declaration.
     *
     * @throws CeremonyException if it does not say clearly what is to be made
     */
    public CeremonyPlan read(Path file) {
        byte[] bytes = bytes(file);
        Path directory = file.toAbsolutePath().resolveSibling("").normalize();
        try {
            return plan(DeclaredFields.of("declaration", parse(bytes)), directory, Digest.over(bytes));
        } catch (IllegalArgumentException e) {
            throw CeremonyException.unfit("declaration", e);
        }
    }

    private CeremonyPlan plan(DeclaredFields fields, Path directory, Digest digest) {
        fields.number("ceremony", FORMAT, FORMAT);
        Zone zone = new Zone(fields.text("zone"));
        CeremonyPlan plan = new CeremonyPlan(
                fields.text("title"),
                fields.text("place"),
                zone,
                directory,
                digest,
                witnesses(fields.list("witnesses")),
                keys(fields.fields("keys"), directory),
                acts(fields.list("acts"), directory, zone),
                directory.resolve(fields.text("transcript")));
        fields.finish();
        return plan;
    }

    private static List<String> witnesses(List<Object> declared) {
        List<String> names = new ArrayList<>();
        for (Object one : declared) {
            DeclaredFields witness = DeclaredFields.of("witnesses[" + names.size() + "]", one);
            names.add(witness.text("name"));
            witness.finish();
        }
        if (names.size() < FEWEST_WITNESSES || names.size() > MOST_WITNESSES) {
            throw new CeremonyException(
                    "witnesses : une cérémonie a deux témoins ou plus, " + MOST_WITNESSES
                            + " au plus, car chacun signe le procès-verbal.",
                    "witnesses: a ceremony has two witnesses or more, " + MOST_WITNESSES
                            + " at most, for each signs the transcript.");
        }
        if (names.stream().distinct().count() != names.size()) {
            throw new CeremonyException(
                    "witnesses : un nom y est deux fois, et ne signe qu'une : nommez-en un autre, ou distinguez les deux.",
                    "witnesses: one is named twice, and signs once: name another, or tell the two apart.");
        }
        return names;
    }

    private Map<String, KeySource> keys(DeclaredFields declared, Path directory) {
        Map<String, KeySource> keys = new HashMap<>();
        for (String name : declared.names()) {
            DeclaredFields key = declared.fields(name);
            keys.put(name, key.has("module") ? inToken(key, directory) : inFile(key, directory));
            key.finish();
        }
        return keys;
    }

    private KeySource inFile(DeclaredFields key, Path directory) {
        Path file = directory.resolve(key.text("file"));
        String passphrase = key.text("passphrase");
        return passphrase.equals(NO_PASSPHRASE)
                ? new KeySource.InOpenFile(file)
                : new KeySource.InFile(file, secrets.of(passphrase, key.place("passphrase"), directory));
    }

    private KeySource inToken(DeclaredFields key, Path directory) {
        Token token = new Token(Path.of(key.text("module")), key.number("slot", 0, 1_000));
        return new KeySource.InToken(
                token, key.text("label"), secrets.of(key.text("pin"), key.place("pin"), directory));
    }

    private static List<Act> acts(List<Object> declared, Path directory, Zone zone) {
        List<Act> acts = new ArrayList<>();
        for (Object one : declared) {
            acts.add(new ActReader(DeclaredFields.of("acts[" + acts.size() + "]", one), directory, zone).read());
        }
        if (acts.isEmpty()) {
            throw new CeremonyException(
                    "acts : rien n'est à faire ; déclarez un acte.", "acts: nothing is to be made; declare an act.");
        }
        requireOneRootOfANumber(acts);
        return acts;
    }

    /** Two roots of one name could not be told apart, neither on paper nor by a validator. */
    private static void requireOneRootOfANumber(List<Act> acts) {
        Set<Integer> numbers = new HashSet<>();
        for (Act act : acts) {
            if (act instanceof Act.MakeRoot root && !numbers.add(root.number())) {
                throw new CeremonyException(
                        "acts : la racine " + root.number()
                                + " est faite deux fois : deux racines ont deux numéros. Ôtez la seconde, ou changez son numéro.",
                        "acts: root " + root.number()
                                + " is made twice: two roots have two numbers. Take the second one out, or number it anew.");
            }
        }
    }

    private static Object parse(byte[] bytes) {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setAllowDuplicateKeys(false)
                    .setMaxAliasesForCollections(0)
                    .build();
            String text = new String(bytes, StandardCharsets.UTF_8);
            requireShallow(new Parse(settings).parseString(text));
            Object document = new Load(settings).loadFromString(text);
            return document == null ? "" : document;
        } catch (YamlEngineException e) {
            throw new CeremonyException(
                    "declaration : ce n'est pas du YAML" + where(e) + " : corrigez la ponctuation et les retraits.",
                    "declaration: not YAML: " + e.getMessage(),
                    e);
        }
    }

    /** Where the parser stopped: its own words are in English. */
    private static String where(YamlEngineException e) {
        return e instanceof MarkedYamlEngineException marked
                ? marked.getProblemMark()
                        .map(mark -> " (ligne " + (mark.getLine() + 1) + ", colonne " + (mark.getColumn() + 1) + ")")
                        .orElse("")
                : "";
    }

    /** The events are read one after another; a document is made of them by recursion, as deep as it is nested. */
    private static void requireShallow(Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
                throw new CeremonyException(
                        "declaration : des champs sont imbriqués au-delà de " + MAX_DEPTH
                                + " niveaux ; déclarez-les à plat.",
                        "declaration: nested deeper than " + MAX_DEPTH + " levels; declare it flatter.");
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new CeremonyException(
                        file + " a plus de " + MAX_BYTES + " octets : déclarez deux cérémonies.",
                        file + " has more than " + MAX_BYTES + " bytes: declare two ceremonies.");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CeremonyException(
                    file + " ne peut être lu : le chemin est-il juste ?",
                    file + " cannot be read: is the path right?",
                    e);
        }
    }
}
