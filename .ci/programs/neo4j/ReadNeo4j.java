import com.google.gson.Gson;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/**
 * What Neo4j holds, as a line of JSON: first as it was found, then after each script that cypher-shell has run.
 *
 * java -cp CLASSPATH ReadNeo4j.java HOME [SCRIPT], where HOME is a folder of its own, or one with a database in it
 * that neo4j-admin has imported. What cypher-shell says goes to stderr; where it fails, so does this.
 */
public class ReadNeo4j {
  public static void main(String[] words) throws Exception {
    SocketAddress address = new SocketAddress("localhost", freePort());
    DatabaseManagementService service = new DatabaseManagementServiceBuilder(Path.of(words[0]))
        .setConfig(BoltConnector.enabled, true)
        .setConfig(BoltConnector.listen_address, address)
        .build();
    try {
      GraphDatabaseService database = service.database("neo4j");
      System.out.println(everythingIn(database));
      for (int i = 1; i < words.length; i++) {
        runInShell(address, words[i]);
        System.out.println(everythingIn(database));
      }
    } finally {
      service.shutdown();
    }
  }

  static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  static void runInShell(SocketAddress address, String script) throws Exception {
    Process shell = new ProcessBuilder(
            "java", "-cp", System.getProperty("java.class.path"), "org.neo4j.shell.Main", "-a", "bolt://" + address, "-f", script)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    if (shell.waitFor() != 0) throw new IllegalStateException("cypher-shell failed over " + script);
  }

  static String everythingIn(GraphDatabaseService database) {
    List<Object> nodes = new ArrayList<>();
    List<Object> relationships = new ArrayList<>();
    List<String> constraints = new ArrayList<>();
    try (Transaction transaction = database.beginTx()) {
      transaction.getAllNodes().forEach(it -> {
        List<String> labels = new ArrayList<>();
        it.getLabels().forEach(label -> labels.add(label.name()));
        nodes.add(Map.of("labels", labels, "properties", propertiesOf(it)));
      });
      for (Relationship it : transaction.getAllRelationships()) {
        Object from = it.getStartNode().getProperty("id");
        Object to = it.getEndNode().getProperty("id");
        relationships.add(Map.of("type", it.getType().name(), "from", from, "to", to, "properties", propertiesOf(it)));
      }
      transaction.schema().getConstraints().forEach(it -> constraints.add(it.getName()));
    }
    return new Gson().toJson(Map.of("nodes", nodes, "relationships", relationships, "constraints", constraints));
  }

  /** Text, numbers, truth and lists as JSON has them; all else by its class and its text. */
  static Map<String, Object> propertiesOf(Entity entity) {
    Map<String, Object> properties = new LinkedHashMap<>();
    entity.getAllProperties().forEach((name, value) -> {
      boolean plain = value instanceof String || value instanceof Number || value instanceof Boolean || value.getClass().isArray();
      properties.put(name, plain ? value : Map.of(value.getClass().getSimpleName(), value.toString()));
    });
    return properties;
  }
}
