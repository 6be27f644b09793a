package org.rnvr.config.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.rnvr.config.internal.secret.SecretStorageException;
import org.rnvr.config.internal.secret.Secrets;

/** Secrets in memory, which can be told to fail. */
final class RememberedSecrets implements Secrets {

    private final Map<String, String> secrets = new HashMap<>();
    private boolean broken;

    synchronized void fail() {
        broken = true;
    }

    synchronized Map<String, String> all() {
        return Map.copyOf(secrets);
    }

    @Override
    public synchronized Optional<String> get(String name) throws SecretStorageException {
        refuseIfBroken();
        return Optional.ofNullable(secrets.get(name));
    }

    @Override
    public synchronized void put(Map<String, String> added) throws SecretStorageException {
        refuseIfBroken();
        secrets.putAll(added);
    }

    @Override
    public synchronized void remove(String name) throws SecretStorageException {
        refuseIfBroken();
        secrets.remove(name);
    }

    private void refuseIfBroken() throws SecretStorageException {
        if (broken) {
            throw new SecretStorageException("permission denied");
        }
    }
}
