package org.liptako.node.config;

import java.nio.file.Path;

/** The PostgreSQL that the node keeps its record in. */
public sealed interface DatabaseConfig {

    /** One that the node starts itself, in this directory. */
    record Embedded(Path directory) implements DatabaseConfig {}

    /** One that the State runs. */
    record Given(String url, String username, String password) implements DatabaseConfig {
        /** Without the password: configurations end up in logs. */
        @Override
        public String toString() {
            return "Given[" + url + ", " + username + "]";
        }
    }
}
