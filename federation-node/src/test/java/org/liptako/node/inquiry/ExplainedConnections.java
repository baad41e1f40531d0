package org.liptako.node.inquiry;

import static org.liptako.node.database.ProxiedCalls.forward;
import static org.liptako.node.database.ProxiedCalls.proxy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.ConnectionFactory;

/** Connections that have PostgreSQL explain each question put to the registry, with the very values of its blanks, before it is answered. */
final class ExplainedConnections implements ConnectionFactory {
    private final String url;
    private final List<String> plans = new ArrayList<>();

    ExplainedConnections(String url) {
        this.url = url;
    }

    /** The plans of what was asked since this was last called. */
    List<String> takePlans() {
        List<String> taken = List.copyOf(plans);
        plans.clear();
        return taken;
    }

    @Override
    public Connection openConnection() throws SQLException {
        Connection real = DriverManager.getConnection(url, "postgres", "");
        return proxy(Connection.class, (method, args) -> {
            Object result = forward(real, method, args);
            return result instanceof PreparedStatement statement
                            && args[0] instanceof String sql
                            && sql.startsWith("SELECT")
                            && sql.contains("registry_statement")
                    ? explained(statement, real.prepareStatement("EXPLAIN (ANALYZE, BUFFERS) " + sql))
                    : result;
        });
    }

    private PreparedStatement explained(PreparedStatement question, PreparedStatement explanation) {
        return proxy(PreparedStatement.class, (method, args) -> {
            switch (method.getName()) {
                case "execute", "executeQuery" -> plans.add(read(explanation));
                case "close" -> explanation.close();
                default -> {
                    if (method.getName().startsWith("set") && args.length > 1) {
                        forward(explanation, method, args);
                    }
                }
            }
            return forward(question, method, args);
        });
    }

    private static String read(PreparedStatement explanation) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (ResultSet lines = explanation.executeQuery()) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }
}
