package org.liptako.node.cli.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Reason;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.pki.SigningKeyOptions;
import org.liptako.node.wire.Count;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.issuing.IssuingException;
import org.liptako.pki.quorum.QuorumException;
import org.liptako.policy.opa.BundleSigner;
import org.liptako.policy.opa.OpaBundle;
import org.liptako.policy.opa.OpaException;
import org.liptako.policy.rules.RuleSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code liptako rules bundle}: the rules as a signed bundle, for whoever runs an OPA without a node. */
@Command(name = "bundle")
final class RulesBundleCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private RulesOptions rules;

    @Mixin
    private SigningKeyOptions key;

    @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "bundleOut")
    private Path out;

    RulesBundleCommand() {}

    @Override
    public Integer call() {
        RuleSet ruleSet = rules.ruleSet();
        try {
            BundleSigner signer = BundleSigner.with(key.readKey());
            Files.write(out, OpaBundle.of(ruleSet, signer));
            Screen.of(spec)
                    .line(
                            out + " : " + Count.fr(ruleSet.rules().size(), "règle") + ", révision " + ruleSet.digest()
                                    + ", à vérifier par --signing-alg " + signer.algorithm()
                                    + " ; question : POST /v1/data/"
                                    + OpaBundle.question(),
                            out + ": " + Count.en(ruleSet.rules().size(), "rule") + ", revision " + ruleSet.digest()
                                    + ", to be verified with --signing-alg " + signer.algorithm()
                                    + "; question: POST /v1/data/" + OpaBundle.question());
            return ExitCode.DONE;
        } catch (IssuingException | QuorumException | OpaException unfit) {
            Sentence told = Reason.of(unfit);
            throw CommandFailure.badInput(
                    "le paquet n'a pas été signé : " + told.fr(), "the bundle was not signed: " + told.en());
        } catch (IOException unwritable) {
            throw CommandFailure.badInput(
                    "--out : " + out
                            + " ne peut pas être écrit ; donnez un fichier d'un dossier où vous pouvez écrire.",
                    "--out: " + out + " cannot be written; give a file in a directory that you may write to.");
        }
    }
}
