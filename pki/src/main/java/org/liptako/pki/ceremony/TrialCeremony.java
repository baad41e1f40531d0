package org.liptako.pki.ceremony;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.liptako.pki.issuing.CertificateIssuer;
import org.liptako.pki.issuing.HostileCertificates;
import org.liptako.pki.issuing.IssuingException;
import org.liptako.pki.issuing.TrialPlan;
import org.liptako.pki.issuing.TrialTree;
import org.liptako.pki.name.State;
import org.liptako.pki.quorum.PersonalKeys;

/**
 * Makes a whole region in one directory, for a trial: {@code liptako pki init}. Writes a declaration, and performs it.
 *
 * <p>All keys, the root's included, lie there unencrypted; a production root never does. Revocation lists and the
 * first trust state hold for 92 days.
 */
public final class TrialCeremony {
    private final Clock clock;
    private final SecureRandom random;

    public TrialCeremony(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /**
     * Makes the tree.
     *
     * @throws IssuingException if the directory holds a tree already, or cannot be written
     */
    public TrialTree perform(TrialPlan plan, Path directory) {
        TrialTree tree = new TrialTree(directory.toAbsolutePath().normalize());
        if (Files.exists(tree.root().certificate())) {
            throw new IssuingException(
                    "Il y a déjà un arbre dans " + directory
                            + ", et aucune clé n'est écrasée : nommez un autre dossier, ou supprimez celui-ci.",
                    "There is a tree in " + directory
                            + " already, and keys are never overwritten: name another directory, or remove this one.");
        }
        try {
            Files.createDirectories(tree.directory());
            Files.writeString(tree.declaration(), TrialDeclaration.of(plan, tree));
        } catch (IOException e) {
            throw new IssuingException(
                    "Le dossier " + directory + " ne peut être écrit : vérifiez le chemin et les droits.",
                    "The directory " + directory + " cannot be written: check the path and the permissions.",
                    e);
        }
        Secrets none = new Secrets(place -> {
            throw new IllegalStateException("A trial has no secret to ask for.");
        });
        new Ceremony(new CeremonyReader(none).read(tree.declaration()), clock, random).perform();
        new HostileCertificates(new CertificateIssuer(clock, random), plan.zone()).write(tree);
        for (State state : State.values()) {
            for (int number = 1; number <= TrialTree.OFFICERS; number++) {
                PersonalKeys.writePkcs12(
                        tree.officerPkcs12(state, number),
                        tree.officer(state, number).read(),
                        TrialTree.PASSPHRASE.toCharArray());
            }
        }
        return tree;
    }
}
