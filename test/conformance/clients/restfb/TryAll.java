// The calls of a restfb user. Its documented FacebookEndpoints lead to the emulator. Prints one JSON line per step:
// {name, ok, detail?}.

import static com.restfb.Parameter.with;

import com.restfb.BinaryAttachment;
import com.restfb.Body;
import com.restfb.Connection;
import com.restfb.DefaultFacebookClient;
import com.restfb.FacebookEndpoints;
import com.restfb.Parameter;
import com.restfb.Version;
import com.restfb.batch.BatchRequest.BatchRequestBuilder;
import com.restfb.batch.BatchResponse;
import com.restfb.exception.FacebookOAuthException;
import com.restfb.json.Json;
import com.restfb.json.JsonArray;
import com.restfb.json.JsonObject;
import com.restfb.types.GraphResponse;
import com.restfb.types.whatsapp.WhatsAppBusinessAccount;
import com.restfb.types.whatsapp.WhatsAppBusinessPhoneNumber;
import com.restfb.types.whatsapp.WhatsAppMessageTemplate;
import com.restfb.types.whatsapp.platform.SendMessage;
import com.restfb.types.whatsapp.platform.SuccessfulResponse;
import com.restfb.types.whatsapp.platform.send.*;
import com.restfb.types.whatsapp.platform.send.contact.Name;
import com.restfb.types.whatsapp.platform.send.contact.Phone;
import com.restfb.types.whatsapp.platform.send.interactive.Action;
import com.restfb.types.whatsapp.platform.send.interactive.Button;
import com.restfb.types.whatsapp.platform.send.interactive.Header;
import com.restfb.types.whatsapp.platform.send.interactive.Section;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.*;

public class TryAll {
  interface Step {
    void run() throws Exception;
  }

  static final String BASE_URL = System.getenv("BASE_URL");
  static final String PHONE = System.getenv("PHONE_ID");
  static final String WABA = System.getenv("WABA_ID");
  static final String USER = "16505551234";
  static final String LINK = "https://shop.example/tea";
  static final byte[] PNG = {(byte) 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0, 0, 0, 0, 0};
  static final DefaultFacebookClient client = new DefaultFacebookClient("unknown-token", Version.VERSION_23_0);
  static final Map<String, Step> steps = new LinkedHashMap<>();
  static final Map<String, String> ids = new LinkedHashMap<>();

  static void check(boolean condition, Object shown) {
    if (!condition) throw new AssertionError(String.valueOf(shown));
  }

  static void send(SendMessage message) {
    SuccessfulResponse sent = client.publish(PHONE + "/messages", SuccessfulResponse.class, Body.withData(message));
    check(sent.getMessages().get(0).getId().startsWith("wamid."), sent);
  }

  static void sendParameters(Parameter... parameters) {
    List<Parameter> all = new ArrayList<>(List.of(with("messaging_product", "whatsapp"), with("to", USER)));
    all.addAll(List.of(parameters));
    SuccessfulResponse sent =
        client.publish(PHONE + "/messages", SuccessfulResponse.class, all.toArray(Parameter[]::new));
    check(sent.getMessages().get(0).getId().startsWith("wamid."), sent);
  }

  static SendMessage message(Text text) {
    SendMessage message = new SendMessage(USER);
    message.setText(text);
    return message;
  }

  static SendMessage message(Media media) {
    SendMessage message = new SendMessage(USER);
    message.setMedia(media);
    return message;
  }

  static SendMessage message(Action action, String body, Interactive.Type type, String header) {
    Interactive interactive = new Interactive(action);
    interactive.setType(type);
    interactive.setBody(new com.restfb.types.whatsapp.platform.send.interactive.Body(body));
    if (header != null) interactive.setHeader(new Header(header));
    SendMessage message = new SendMessage(USER);
    message.setInteractive(interactive);
    return message;
  }

  /** A call of the emulator's control surface. */
  static JsonObject control(String path, String body) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(System.getenv("EMULATOR_URL") + "/_emulator/" + path));
    request.header("content-type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
    HttpResponse<String> answer = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    return Json.parse(answer.body()).asObject();
  }

  static String inbound() throws Exception {
    return control("inbound", "{\"from\":\"" + USER + "\",\"text\":\"Hello?\"}").getString("id", "");
  }

  static JsonArray receipt(String footer) {
    return Json.parse(
            "[{\"type\":\"BODY\",\"text\":\"Hello {{1}}, your receipt is ready for you.\","
                + "\"example\":{\"body_text\":[[\"Ada\"]]}},{\"type\":\"FOOTER\",\"text\":\"" + footer + "\"}]")
        .asArray();
  }

  static TreeSet<String> names(Parameter... parameters) {
    TreeSet<String> names = new TreeSet<>();
    Connection<WhatsAppMessageTemplate> templates =
        client.fetchConnection(WABA + "/message_templates", WhatsAppMessageTemplate.class, parameters);
    for (List<WhatsAppMessageTemplate> page : templates)
      for (WhatsAppMessageTemplate template : page) names.add(template.getName());
    return names;
  }

  static boolean succeeds(String path, Parameter... parameters) {
    return client.publish(path, GraphResponse.class, parameters).isSuccess();
  }

  static void messages() {
    steps.put("Messages: text", () -> send(message(new Text("Good morning"))));
    steps.put("Messages: reply", () -> {
      SendMessage message = message(new Text("Here we are"));
      message.setContext(new Context(inbound()));
      send(message);
    });
    steps.put("Messages: reaction", () -> {
      Reaction reaction = new Reaction(inbound());
      reaction.setEmoji("👍");
      SendMessage message = new SendMessage(USER);
      message.setReaction(reaction);
      send(message);
    });
    steps.put("Media: upload", () -> {
      JsonObject uploaded =
          client.publish(
              PHONE + "/media",
              JsonObject.class,
              BinaryAttachment.with("file", "a.png", PNG, "image/png"),
              with("messaging_product", "whatsapp"),
              with("type", "image/png"));
      ids.put("media", uploaded.getString("id", ""));
    });
    steps.put("Messages: image by id", () -> send(message(new Image(ids.get("media")))));
    steps.put("Messages: image by link", () -> send(message(new Image(new URL(LINK + ".png")))));
    steps.put("Messages: document", () -> send(message(new Document(new URL(LINK + ".pdf")))));
    steps.put("Messages: audio", () -> send(message(new Audio(new URL(LINK + ".mp3")))));
    steps.put("Messages: video", () -> send(message(new Video(new URL(LINK + ".mp4")))));
    steps.put("Messages: sticker", () -> send(message(new Sticker(new URL(LINK + ".webp")))));
    steps.put("Messages: location", () -> {
      Location location = new Location(13.4, 52.5);
      location.setName("Shop");
      SendMessage message = new SendMessage(USER);
      message.setLocation(location);
      send(message);
    });
    steps.put("Messages: contacts", () -> {
      Name name = new Name("Ada L.");
      name.setFirstName("Ada");
      Phone phone = new Phone();
      phone.setPhone("+16505550000");
      Contact contact = new Contact();
      contact.setName(name);
      contact.addPhone(phone);
      SendMessage message = new SendMessage(USER);
      message.addContact(contact);
      send(message);
    });
    steps.put("Messages: reply buttons", () -> {
      Action action = new Action().addButton(new Button("this", "This")).addButton(new Button("that", "That"));
      send(message(action, "Which one?", Interactive.Type.button, null));
    });
    steps.put("Messages: list", () -> {
      Section section = new Section().addRow(new Section.Row("green", "Green"));
      section.setTitle("All");
      Action action = new Action().addSection(section);
      action.setButton("Teas");
      send(message(action, "Choose a tea", Interactive.Type.list, null));
    });
    steps.put("Messages: product", () -> {
      Action action = new Action();
      action.setCatalogId("194836987003835");
      action.setProductRetailerId("green");
      send(message(action, "Our best tea", Interactive.Type.product, null));
    });
    steps.put("Messages: product list", () -> {
      Section section = new Section().addProductItem(new Section.Product("green"));
      section.setTitle("Teas");
      Action action = new Action().addSection(section);
      action.setCatalogId("194836987003835");
      send(message(action, "Choose one", Interactive.Type.product_list, "Our teas"));
    });
    steps.put("Messages: template", () -> sendParameters(
            with("type", "template"),
            with("template", Json.parse("{\"name\":\"hello_world\",\"language\":{\"code\":\"en_US\"}}"))));
    steps.put("Messages: mark as read", () -> check(
            succeeds(
                PHONE + "/messages",
                with("messaging_product", "whatsapp"),
                with("status", "read"),
                with("message_id", inbound())),
            "not read"));
    steps.put("Messages: error: unknown template", () -> {
      try {
        sendParameters(
            with("type", "template"),
            with("template", Json.parse("{\"name\":\"nowhere\",\"language\":{\"code\":\"de\"}}")));
      } catch (FacebookOAuthException error) {
        check(error.getErrorCode() == 132001, error);
        return;
      }
      throw new AssertionError("the message was accepted");
    });
    steps.put("Media: read", () -> {
      JsonObject media = client.fetchObject(ids.get("media"), JsonObject.class);
      check("image/png".equals(media.getString("mime_type", "")), media);
    });
    steps.put("Media: delete", () -> check(client.deleteObject(ids.get("media")), "not deleted"));
  }

  static void templates() {
    steps.put("Templates: create", () -> {
      JsonObject created =
          client.publish(
              WABA + "/message_templates",
              JsonObject.class,
              with("name", "receipt_ready"),
              with("language", "en_US"),
              with("category", "UTILITY"),
              with("components", receipt("A small shop")));
      check("PENDING".equals(created.getString("status", "")), created);
      ids.put("template", created.getString("id", ""));
    });
    steps.put("Templates: list", () -> check(names().equals(new TreeSet<>(List.of("hello_world", "receipt_ready"))), names()));
    steps.put("Templates: list by status", () -> {
      check(names(with("status", List.of("APPROVED"))).contains("receipt_ready"), names());
      check(names(with("status", "REJECTED")).isEmpty(), names(with("status", "REJECTED")));
    });
    steps.put("Templates: list page by page", () -> check(names(Parameter.withLimit(1)).equals(names()), names(Parameter.withLimit(1))));
    steps.put("Templates: read", () -> {
      WhatsAppMessageTemplate template =
          client.fetchObject(
              ids.get("template"),
              WhatsAppMessageTemplate.class,
              Parameter.withFields("name,status,category,language,components,quality_score,parameter_format"));
      check("APPROVED".equals(template.getStatus()) && template.getComponents().size() == 2, template);
    });
    steps.put("Messages: template with parameters", () -> sendParameters(
            with("type", "template"),
            with(
                "template",
                Json.parse(
                    "{\"name\":\"receipt_ready\",\"language\":{\"code\":\"en_US\"},\"components\":"
                        + "[{\"type\":\"body\",\"parameters\":[{\"type\":\"text\",\"text\":\"Ada\"}]}]}"))));
    steps.put("Templates: edit", () -> check(succeeds(ids.get("template"), with("components", receipt("A larger shop"))), "not edited"));
    steps.put("Templates: delete by id", () -> {
      boolean deleted =
          client.deleteObject(
              WABA + "/message_templates", with("name", "receipt_ready"), with("hsm_id", ids.get("template")));
      check(deleted && !names().contains("receipt_ready"), names());
    });
    steps.put("Templates: delete by name", () -> check(client.deleteObject(WABA + "/message_templates", with("name", "hello_world")), names()));
  }

  static void others() {
    steps.put("Business profile: update", () -> check(
            succeeds(
                PHONE + "/whatsapp_business_profile",
                with("messaging_product", "whatsapp"),
                with("about", "Tea and more"),
                with("websites", List.of("https://shop.example/"))),
            "not updated"));
    steps.put("Business profile: read", () -> {
      Connection<JsonObject> profiles =
          client.fetchConnection(
              PHONE + "/whatsapp_business_profile", JsonObject.class, Parameter.withFields("about,websites"));
      JsonObject profile = profiles.getData().get(0);
      check("Tea and more".equals(profile.getString("about", "")), profile);
    });
    steps.put("Phone numbers: list", () -> {
      Connection<WhatsAppBusinessPhoneNumber> phones =
          client.fetchConnection(WABA + "/phone_numbers", WhatsAppBusinessPhoneNumber.class);
      check(PHONE.equals(phones.getData().get(0).getId()), phones);
    });
    steps.put("Phone numbers: read", () -> {
      WhatsAppBusinessPhoneNumber phone = client.fetchObject(PHONE, WhatsAppBusinessPhoneNumber.class);
      check(PHONE.equals(phone.getId()), phone);
    });
    steps.put("Phone numbers: deregister", () -> check(succeeds(PHONE + "/deregister"), "not deregistered"));
    steps.put("Phone numbers: register", () -> check(
            succeeds(PHONE + "/register", with("messaging_product", "whatsapp"), with("pin", "123456")),
            "not registered"));
    steps.put("QR codes: create", () -> {
      JsonObject code =
          client.publish(
              PHONE + "/message_qrdls",
              JsonObject.class,
              with("prefilled_message", "Tell me about tea"),
              with("generate_qr_image", "PNG"));
      ids.put("code", code.getString("code", ""));
      check(code.getString("qr_image_url", "").startsWith("https:"), code);
    });
    steps.put("QR codes: list", () -> {
      List<JsonObject> codes = client.fetchConnection(PHONE + "/message_qrdls", JsonObject.class).getData();
      check(codes.size() == 1 && ids.get("code").equals(codes.get(0).getString("code", "")), codes);
    });
    steps.put("QR codes: delete", () -> check(client.deleteObject(PHONE + "/message_qrdls/" + ids.get("code")), "not deleted"));
    steps.put("Accounts: read", () -> {
      WhatsAppBusinessAccount account = client.fetchObject(WABA, WhatsAppBusinessAccount.class);
      check(WABA.equals(account.getId()), account);
    });
    steps.put("Accounts: subscribe an app", () -> check(succeeds(WABA + "/subscribed_apps"), "not subscribed"));
    steps.put("Accounts: list subscribed apps", () -> {
      List<JsonObject> apps = client.fetchConnection(WABA + "/subscribed_apps", JsonObject.class).getData();
      check(apps.size() == 1, apps);
    });
    steps.put("Accounts: unsubscribe an app", () -> check(client.deleteObject(WABA + "/subscribed_apps"), "not unsubscribed"));
    steps.put("Requests: several ids", () -> {
      JsonObject several = client.fetchObjects(List.of(WABA, PHONE), JsonObject.class);
      check(several.get(WABA) != null && several.get(PHONE) != null, several);
    });
    steps.put("Requests: batch", () -> {
      List<BatchResponse> answers =
          client.executeBatch(
              new BatchRequestBuilder(WABA).parameters(Parameter.withFields("id,name")).build(),
              new BatchRequestBuilder("1").build());
      check(answers.get(0).getCode() == 200 && answers.get(1).getCode() == 400, answers);
      check(WABA.equals(Json.parse(answers.get(0).getBody()).asObject().getString("id", "")), answers);
    });
  }

  public static void main(String[] arguments) {
    client.setFacebookEndpointUrls(
        new FacebookEndpoints() {
          @Override
          public String getGraphEndpoint() {
            return BASE_URL;
          }
        });
    messages();
    templates();
    others();
    steps.forEach(
        (name, step) -> {
          JsonObject result = new JsonObject().add("name", name);
          try {
            step.run();
            result.add("ok", true);
          } catch (Throwable error) {
            StringWriter trace = new StringWriter();
            error.printStackTrace(new PrintWriter(trace));
            result.add("ok", false).add("detail", trace.toString());
          }
          System.out.println(result);
        });
  }
}
