package org.liptako.node;

import static org.liptako.node.database.ProxiedCalls.forward;
import static org.liptako.node.database.ProxiedCalls.proxy;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.liptako.node.config.DatabaseConfig;
import org.liptako.node.database.ProxiedCalls;

/** A way to PostgreSQL on which every statement that is sent is counted, whoever sends it. */
final class CountedStatements implements Driver {
    private static final String PREFIX = "jdbc:counted:";
    private static final AtomicLong SENT = new AtomicLong();

    static {
        try {
            DriverManager.registerDriver(new CountedStatements());
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private CountedStatements() {}

    /** The same database by this way. */
    static DatabaseConfig.Given to(DatabaseConfig.Given database) {
        return new DatabaseConfig.Given(
                PREFIX + database.url().substring("jdbc:".length()), database.username(), database.password());
    }

    /** How many were sent by now. */
    static long sent() {
        return SENT.get();
    }

    @Override
    public @Nullable Connection connect(String url, Properties properties) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        Connection real = DriverManager.getConnection("jdbc:" + url.substring(PREFIX.length()), properties);
        return proxy(Connection.class, (method, args) -> {
            Object result = forward(real, method, args);
            if (result instanceof PreparedStatement statement) {
                return proxy(PreparedStatement.class, counted(statement));
            }
            return result instanceof Statement statement ? proxy(Statement.class, counted(statement)) : result;
        });
    }

    private static ProxiedCalls counted(Statement real) {
        return (method, args) -> {
            if (method.getName().startsWith("execute")) {
                SENT.incrementAndGet();
            }
            return forward(real, method, args);
        };
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(PREFIX);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("org.liptako.node");
    }
}
