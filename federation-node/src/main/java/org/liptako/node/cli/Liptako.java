package org.liptako.node.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.liptako.node.cli.campaign.CampaignCommand;
import org.liptako.node.cli.completion.CompletionCommand;
import org.liptako.node.cli.courier.CourierCommand;
import org.liptako.node.cli.demo.DemoCommand;
import org.liptako.node.cli.duty.DutiesCommand;
import org.liptako.node.cli.inquiry.AskAuditCommand;
import org.liptako.node.cli.inquiry.AskCommand;
import org.liptako.node.cli.inquiry.AskSavedCommand;
import org.liptako.node.cli.journal.JournalCommand;
import org.liptako.node.cli.key.KeyCommand;
import org.liptako.node.cli.login.LoginCommand;
import org.liptako.node.cli.node.NodeCommand;
import org.liptako.node.cli.operations.OperationsCommand;
import org.liptako.node.cli.pki.PkiCommand;
import org.liptako.node.cli.pki.SignCommand;
import org.liptako.node.cli.pki.VerifySignaturesCommand;
import org.liptako.node.cli.placement.CheckCommand;
import org.liptako.node.cli.placement.RequestCommand;
import org.liptako.node.cli.possession.PossessionCommand;
import org.liptako.node.cli.possession.ReconcileCommand;
import org.liptako.node.cli.prepare.PrepareCommand;
import org.liptako.node.cli.receipt.ReceiptCommand;
import org.liptako.node.cli.receipt.VerifyCommand;
import org.liptako.node.cli.registry.FindingsCommand;
import org.liptako.node.cli.registry.RegisterCommand;
import org.liptako.node.cli.registry.RegistryCommand;
import org.liptako.node.cli.registry.WhereCommand;
import org.liptako.node.cli.replay.ReplayCommand;
import org.liptako.node.cli.replay.WhyCommand;
import org.liptako.node.cli.replica.ReplicaCommand;
import org.liptako.node.cli.rules.RulesCommand;
import org.liptako.node.cli.tour.TourCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code liptako}: picks the subcommand, and ends with the exit code that scripts rely on. */
@Command(
        name = "liptako",
        mixinStandardHelpOptions = true,
        version = "liptako 0.1.0",
        scope = CommandLine.ScopeType.INHERIT,
        resourceBundle = "org.liptako.node.cli.help",
        subcommands = {
            DemoCommand.class,
            TourCommand.class,
            NodeCommand.class,
            PrepareCommand.class,
            CompletionCommand.class,
            CheckCommand.class,
            RequestCommand.class,
            ReplayCommand.class,
            WhyCommand.class,
            WhereCommand.class,
            AskCommand.class,
            AskAuditCommand.class,
            AskSavedCommand.class,
            FindingsCommand.class,
            ReconcileCommand.class,
            PossessionCommand.class,
            DutiesCommand.class,
            ReplicaCommand.class,
            CourierCommand.class,
            CampaignCommand.class,
            KeyCommand.class,
            JournalCommand.class,
            LoginCommand.class,
            OperationsCommand.class,
            ReceiptCommand.class,
            VerifyCommand.class,
            RegistryCommand.class,
            RegisterCommand.class,
            RulesCommand.class,
            PkiCommand.class,
            SignCommand.class,
            VerifySignaturesCommand.class
        })
public final class Liptako implements Runnable {
    /** Narrower help would have no room beside the options. */
    private static final int LEAST_HELP = 55;

    @Spec
    private CommandSpec spec;

    Liptako() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] arguments) {
        if (arguments.length > 0 && !arguments[0].equals("node")) {
            System.setProperty("logback.configurationFile", "org/liptako/node/cli/logback-command.xml");
        }
        LibraryLog.join();
        var out = new PrintWriter(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        int exitCode = run(out, new PrintWriter(System.err, true, StandardCharsets.UTF_8), arguments);
        out.flush();
        System.exit(exitCode);
    }

    /** Runs one command on the given streams and returns its exit code. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        var failures = new FailureLine();
        return new CommandLine(new Liptako())
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(Math.max(Paragraph.width(), LEAST_HELP))
                .execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), Language.ofTerminal().choose("il manque une commande", "a command is missing"));
    }
}
