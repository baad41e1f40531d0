package org.liptako.node.cli.pki;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.Table;
import org.liptako.node.identity.CallRight;
import org.liptako.node.identity.CallRights;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code liptako pki roles}: which role may make which call, read from the table that a node enforces. */
@Command(name = "roles")
final class RolesCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    RolesCommand() {}

    /**
     * One call.
     *
     * @param states {@code OWN} where only the node's own State may call, {@code ANY} otherwise
     */
    private record Right(String call, List<String> roles, String states) {
        static Right of(String call, CallRight right) {
            List<String> roles = right.roles().stream().sorted().map(Enum::name).toList();
            return new Right(call, roles, right.ownStateOnly() ? "OWN" : "ANY");
        }
    }

    @Override
    public Integer call() {
        Screen screen = Screen.of(spec);
        if (json) {
            rights().forEach(right -> screen.line(line(right)));
        } else {
            print(screen);
        }
        return ExitCode.DONE;
    }

    private static void print(Screen screen) {
        Table table = new Table(
                screen.language().choose("Appel", "Call"),
                screen.language().choose("Rôles", "Roles"),
                screen.language().choose("États", "States"));
        String own = screen.language().choose("celui du nœud", "the node's own");
        String any = screen.language().choose("les trois", "all three");
        for (Right right : rights()) {
            String roles = String.join(", ", right.roles()).toLowerCase(Locale.ROOT);
            table.row(right.call(), roles, right.states().equals("OWN") ? own : any);
        }
        table.print(screen);
    }

    private static List<Right> rights() {
        CallRights table = new CallRights();
        return table.methods().stream()
                .sorted()
                .map(call -> Right.of(call, table.of(call).orElseThrow()))
                .toList();
    }

    private static String line(Right right) {
        try {
            return JSON.writeValueAsString(right);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row of the table has no JSON form.", e);
        }
    }
}
