package org.liptako.node.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.liptako.node.wire.Printable;
import org.liptako.pki.issuing.IssuingException;
import org.liptako.pki.quorum.QuorumException;
import org.liptako.pki.trust.TrustStoreException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says every failure in one line on stderr and turns it into an exit code; nobody needs a stack trace to mend a path. */
final class FailureLine implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z0-9-]*");

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        var command = failure.getCommandLine();
        var name = command.getCommandSpec().qualifiedName();
        say(
                command,
                unread(arguments).orElseGet(() -> what(failure))
                        + Language.ofTerminal().choose(" Voir « ", " See \"") + name + " --help"
                        + Language.ofTerminal().choose(" ».", "\"."));
        return ExitCode.BAD_INPUT;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (failure instanceof CommandFailure said) {
            say(command, String.valueOf(said.getMessage()));
            return said.exitCode();
        }
        if (failure instanceof IssuingException
                || failure instanceof QuorumException
                || failure instanceof TrustStoreException) {
            var told = Reason.of(failure);
            say(command, Language.ofTerminal().choose(told.fr(), told.en()));
            return ExitCode.BAD_INPUT;
        }
        throw failure;
    }

    /** A file of options that is not there is taken for a word, and then everything in it is said to be missing. */
    private static Optional<String> unread(String... arguments) {
        return Arrays.stream(arguments)
                .filter(word -> word.length() > 1 && word.startsWith("@"))
                .filter(word -> !Files.isReadable(Path.of(word.substring(1))))
                .findFirst()
                .map(word -> word
                        + Language.ofTerminal()
                                .choose(
                                        " : ce fichier ne peut pas être lu ; vérifiez le chemin.",
                                        ": this file cannot be read; check the path."));
    }

    private static String what(ParameterException failure) {
        return switch (failure) {
            case UnmatchedArgumentException unmatched ->
                Language.ofTerminal().choose("argument inconnu : ", "unknown argument: ")
                        + String.join(" ", unmatched.getUnmatched()) + "." + suggested(unmatched);
            case MissingParameterException missing ->
                Language.ofTerminal().choose("il manque : ", "missing: ")
                        + String.join(
                                ", ",
                                missing.getMissing().stream()
                                        .map(FailureLine::label)
                                        .toList()) + ".";
            case OverwrittenOptionException twice ->
                label(twice.getOverwritten())
                        + Language.ofTerminal()
                                .choose(" : donné deux fois ; gardez-en un.", ": given twice; keep one.");
            case MutuallyExclusiveArgsException exclusive ->
                options(exclusive)
                        + Language.ofTerminal()
                                .choose(" : un seul à la fois ; gardez-en un.", ": only one at a time; keep one.");
            default -> malformed(failure);
        };
    }

    /** Only the parser's own sentence names them. */
    private static String options(ParameterException failure) {
        return OPTION.matcher(String.valueOf(failure.getMessage()))
                .results()
                .map(MatchResult::group)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** The nearest of what there is: one is enough, and only a command's own words count. */
    private static String suggested(UnmatchedArgumentException unmatched) {
        var nearest = unmatched.getSuggestions();
        return nearest.isEmpty()
                ? ""
                : Language.ofTerminal().choose(" Vouliez-vous dire « ", " Did you mean \"")
                        + nearest.getFirst()
                        + Language.ofTerminal().choose(" » ?", "\"?");
    }

    /** A value that does not fit its option, or a command without the next one; anything rarer as the parser says it. */
    private static String malformed(ParameterException failure) {
        var language = Language.ofTerminal();
        var argument = failure.getArgSpec();
        if (argument == null || failure.getValue() == null) {
            return String.valueOf(failure.getMessage()).startsWith("Missing required subcommand")
                    ? language.choose("il manque une commande.", "a command is missing.")
                    : failure.getMessage() + ".";
        }
        var words = argument.type().getEnumConstants();
        var number = argument.type() == int.class || argument.type() == long.class;
        return label(argument)
                + language.choose(" : « ", ": \"")
                + failure.getValue()
                + language.choose(" » ne convient pas", "\" will not do")
                + (number ? language.choose(" ; donnez un nombre entier", "; give a whole number") : "")
                + (words == null
                        ? "."
                        : language.choose(" ; choisissez parmi ", "; choose one of ")
                                + Arrays.stream(words).map(Object::toString).collect(Collectors.joining(", "))
                                + ".");
    }

    private static String label(CommandLine.Model.ArgSpec argument) {
        return argument instanceof CommandLine.Model.OptionSpec option
                ? option.longestName() + " " + option.paramLabel()
                : argument.paramLabel();
    }

    private static void say(CommandLine command, String line) {
        command.getErr().println("liptako: " + Printable.line(line.replaceAll("\\s*\\R\\s*", " "), Integer.MAX_VALUE));
        command.getErr().flush();
    }
}
