package org.liptako.policy.engine;

/**
 * Which engine judged.
 *
 * @param name {@code embedded}, {@code opa} or {@code both}
 * @param version what else the answer may depend on, such as the digest of the Rego module
 */
public record EngineIdentity(String name, String version) {

    @Override
    public String toString() {
        return name + "/" + version;
    }
}
