package org.liptako.node.cli.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.Screen;
import org.liptako.policy.edition.EditionCodec;
import org.liptako.policy.edition.EditionDirectory;
import org.liptako.policy.edition.EditionImpact;
import org.liptako.policy.edition.RuleEdition;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.SourceFile;

/** Writes an edition to be signed, and says what comes next. Nothing that is there is overwritten: it may be signed already. */
record EditionOutput(Path out) {
    void mustBeNew() {
        if (Files.exists(out)) {
            throw CommandFailure.badInput(
                    "--out : " + out + " existe déjà ; donnez un dossier nouveau.",
                    "--out: " + out + " is there already; give a new directory.");
        }
    }

    void write(RuleEdition edition, List<SourceFile> rules, List<SourceFile> annexes, Screen screen) {
        mustBeNew();
        EditionDirectory directory = new EditionDirectory(out);
        try {
            directory.write(EditionCodec.encode(edition), rules, annexes);
        } catch (IOException unwritable) {
            throw CommandFailure.badInput(
                    "--out : " + out + " ne peut pas être écrit.", "--out: " + out + " cannot be written.");
        }
        screen.line(
                "Édition " + edition.version() + " du recueil " + edition.jurisdiction() + ", en vigueur à partir de "
                        + edition.inForceFrom() + ", dans " + out + ".",
                "Edition " + edition.version() + " of " + edition.jurisdiction() + ", in force from "
                        + edition.inForceFrom() + ", in " + out + ".");
        screen.line(signersFr(edition), signersEn(edition));
        screen.line("  liptako sign " + directory.document() + " --p12 … --out " + directory.signatures());
        screen.line("  liptako rules publish " + out + " --node … --p12 … --root …");
    }

    private static String signersFr(RuleEdition edition) {
        boolean grave = isGrave(edition);
        return edition.jurisdiction() == Jurisdiction.AES
                ? "À signer par un agent juridique de chacun des trois États" + (grave ? " et un de plus" : "")
                        + " (un retrait : de deux États), puis à publier :"
                : "À signer par " + (grave ? "trois" : "deux") + " agents juridiques de l'État, puis à publier :";
    }

    private static String signersEn(RuleEdition edition) {
        boolean grave = isGrave(edition);
        return edition.jurisdiction() == Jurisdiction.AES
                ? "To be signed by a legal officer of each of the three States" + (grave ? " and one more" : "")
                        + " (a withdrawal: of two States), then published:"
                : "To be signed by " + (grave ? "three" : "two") + " legal officers of the State, then published:";
    }

    private static boolean isGrave(RuleEdition edition) {
        return edition.impact().filter(EditionImpact::isGrave).isPresent();
    }
}
