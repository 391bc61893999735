import { GraphError } from "../graph/graph-error.ts";

interface Refusal {
  subcode: number;
  title: string;
  /** The sentence for the user, with placeholders: `{0}`, `{1}`. */
  sentence: string;
  /** Title and sentence in Portuguese: our own wording. */
  portuguese: readonly [title: string, sentence: string];
  /** The field that `error_data.blame_field_specs` names. */
  blame?: string;
}

/**
 * Refusals of the template API: HTTP 400, code 100, "Invalid parameter", distinguished by subcode.
 * Recorded in public reports: 2388023, 2388024, 2388025, 2388042, 2388043, 2388046, 2388047, 2388050, 2388060, 2388072,
 * 2388293, 2388299. Titles from the error code page: 2388019, 2388039, 2388040, 2388049, 2388073. All other wording is our own.
 */
const REFUSALS = {
  templateLimit: {
    subcode: 2388019,
    title: "Message template limit exceeded",
    sentence:
      "This WhatsApp Business account has reached its limit of {0} message templates. Delete some and try again.",
    portuguese: [
      "Limite de modelos de mensagem excedido",
      "Esta conta do WhatsApp Business atingiu o limite de {0} modelos de mensagem. Exclua alguns e tente novamente.",
    ],
  },
  beingDeleted: {
    subcode: 2388023,
    title: "Message template language is being deleted",
    sentence:
      "New {0} content can't be added while the existing {0} content is being deleted. Try again in {1} or consider creating a new message template.",
    portuguese: [
      "O idioma do modelo de mensagem está sendo excluído",
      "Não é possível adicionar conteúdo em {0} enquanto o conteúdo existente nesse idioma é excluído. Tente novamente em {1} ou crie outro modelo de mensagem.",
    ],
  },
  alreadyExists: {
    subcode: 2388024,
    title: "Content in This Language Already Exists",
    sentence: "There is already {0} content for this template. You can create a new template and try again.",
    portuguese: [
      "Já existe conteúdo neste idioma",
      "Este modelo já tem conteúdo em {0}. Você pode criar outro modelo e tentar novamente.",
    ],
  },
  categoryWhileDeleted: {
    subcode: 2388025,
    title: "Message template category can't be changed",
    sentence:
      "You can't change the category for this message template while the existing {0} content is being deleted. Try again in {1} or use {2} as the category.",
    portuguese: [
      "Não é possível alterar a categoria do modelo de mensagem",
      "Não é possível alterar a categoria deste modelo enquanto o conteúdo existente em {0} é excluído. Tente novamente em {1} ou use a categoria {2}.",
    ],
  },
  notEditable: {
    subcode: 2388039,
    title: "Message template status can't be changed",
    sentence: "The status for this message template can't be changed. You can only delete or add templates.",
    portuguese: [
      "Não é possível alterar o status do modelo de mensagem",
      "O status deste modelo de mensagem não pode ser alterado. Só é possível excluir ou adicionar modelos.",
    ],
  },
  tooLong: {
    subcode: 2388040,
    title: "Character limit exceeded",
    sentence: "{0} can't have more than {1} characters.",
    portuguese: ["Limite de caracteres excedido", "{0}: o máximo é de {1} caracteres."],
  },
  unexpectedFields: {
    subcode: 2388042,
    title: 'Message template "components" param contains unexpected field(s)',
    sentence: "component of type {0} has unexpected field(s) ({1})",
    portuguese: [
      'O parâmetro "components" do modelo tem campos inesperados',
      "o componente do tipo {0} tem campos inesperados ({1})",
    ],
  },
  missingFields: {
    subcode: 2388043,
    title: 'Message template "components" param is missing expected field(s)',
    sentence: "component of type {0} is missing expected field(s) ({1})",
    portuguese: ['Faltam campos no parâmetro "components" do modelo', "faltam campos no componente do tipo {0} ({1})"],
  },
  nameFormat: {
    subcode: 2388046,
    title: "Name Format is Incorrect",
    sentence: "The message template name can only have lowercase letters and underscores.",
    portuguese: [
      "O formato do nome está incorreto",
      "O nome do modelo de mensagem só pode ter letras minúsculas e sublinhados.",
    ],
    blame: "name",
  },
  headerFormat: {
    subcode: 2388047,
    title: "Message header format is incorrect",
    sentence: "The message header can't have any new lines, formatting characters, emojis or asterisks.",
    portuguese: [
      "O formato do cabeçalho está incorreto",
      "O cabeçalho não pode ter quebras de linha, formatação, emojis nem asteriscos.",
    ],
  },
  language: {
    subcode: 2388049,
    title: "Language not supported",
    sentence: "The language {0} isn't supported for message templates.",
    portuguese: ["Idioma não aceito", "O idioma {0} não é aceito em modelos de mensagem."],
  },
  buttonMissingFields: {
    subcode: 2388050,
    title: "Button is missing expected field(s)",
    sentence: "Button at index {0} is missing expected field(s) ({1})",
    portuguese: ["Faltam campos no botão", "Faltam campos no botão de índice {0} ({1})"],
  },
  buttonUrl: {
    subcode: 2388052,
    title: "Button URL format is incorrect",
    sentence: "The URL of the button at index {0} isn't valid: it can have one variable, {{1}}, at its end.",
    portuguese: [
      "O formato da URL do botão está incorreto",
      "A URL do botão de índice {0} não é válida: ela pode ter uma variável, {{1}}, no final.",
    ],
  },
  buttonFormat: {
    subcode: 2388060,
    title: "Button format is incorrect",
    sentence: "Buttons can't have any variables, newlines, emojis or formatting characters.",
    portuguese: [
      "O formato do botão está incorreto",
      "Botões não podem ter variáveis, quebras de linha, emojis nem formatação.",
    ],
  },
  bodyFormat: {
    subcode: 2388072,
    title: "Message body format is incorrect",
    sentence:
      "The message body can't have more than two consecutive newline characters, only have parameters, or have more than 10 emojis.",
    portuguese: [
      "O formato do corpo da mensagem está incorreto",
      "O corpo da mensagem não pode ter mais de duas quebras de linha seguidas, só parâmetros ou mais de 10 emojis.",
    ],
  },
  footerFormat: {
    subcode: 2388073,
    title: "Message footer format is incorrect",
    sentence: "The message footer can't have any variables, new lines or emojis.",
    portuguese: ["O formato do rodapé está incorreto", "O rodapé não pode ter variáveis, quebras de linha nem emojis."],
  },
  handleType: {
    subcode: 2388084,
    title: "Header handle file type not supported",
    sentence: "The file type of the header handle, {0}, isn't supported for a header of format {1}.",
    portuguese: ["Tipo de arquivo não aceito", "O tipo de arquivo {0} não é aceito em um cabeçalho do formato {1}."],
  },
  sampleName: {
    subcode: 2388155,
    title: "Message template name is used by a sample template",
    sentence: "The name {0} belongs to a sample message template. Choose another name.",
    portuguese: [
      "O nome é usado por um modelo de amostra",
      "O nome {0} pertence a um modelo de amostra. Escolha outro nome.",
    ],
  },
  unverified: {
    subcode: 2388185,
    title: "Authentication templates need a verified business",
    sentence: "Your business must be verified before it can create authentication templates.",
    portuguese: [
      "Modelos de autenticação exigem uma empresa verificada",
      "A empresa precisa ser verificada antes de criar modelos de autenticação.",
    ],
  },
  wordsRatio: {
    subcode: 2388293,
    title: "Parameters words ratio exceeds limit",
    sentence:
      "This template has too many variables for its length. Reduce the number of variables or increase the message length.",
    portuguese: [
      "A proporção de parâmetros por palavra excede o limite",
      "Este modelo tem variáveis demais para o seu tamanho. Reduza o número de variáveis ou aumente a mensagem.",
    ],
  },
  generatedNotEditable: {
    subcode: 2388318,
    title: "Message template can't be edited",
    sentence: "Message templates that were generated by Direct Send can't be edited.",
    portuguese: [
      "Não é possível editar o modelo de mensagem",
      "Modelos gerados pelo Direct Send não podem ser editados.",
    ],
  },
  generatedNotDeletable: {
    subcode: 2388330,
    title: "Message template can't be deleted",
    sentence: "Message templates that were generated by Direct Send can't be deleted.",
    portuguese: [
      "Não é possível excluir o modelo de mensagem",
      "Modelos gerados pelo Direct Send não podem ser excluídos.",
    ],
  },
  edgeVariables: {
    subcode: 2388299,
    title: "Leading or trailing params not allowed",
    sentence: "Variables can't be at the start or end of the template.",
    portuguese: [
      "Parâmetros no início ou no fim não são permitidos",
      "As variáveis não podem ficar no início nem no fim do modelo.",
    ],
  },
} as const satisfies Record<string, Refusal>;

/** The refusal of that kind, its placeholders replaced by the values. */
export function refusal(kind: keyof typeof REFUSALS, ...values: (string | number)[]): GraphError {
  const { subcode, title, sentence, portuguese, blame }: Refusal = REFUSALS[kind];
  const filled = (text: string) =>
    text.replace(/(?<!\{)\{(\d)\}(?!\})/g, (mark, index) => String(values[Number(index)] ?? mark));
  return new GraphError({
    message: "Invalid parameter",
    code: 100,
    subcode,
    title,
    userMessage: filled(sentence),
    portuguese: { title: portuguese[0], userMessage: filled(portuguese[1]) },
    ...(blame === undefined ? {} : { data: { blame_field_specs: [[blame]] } }),
  });
}

/** The refusal of a category that differs from the name's other languages. Recorded without a subcode and a title. */
export function categoryMismatch(sent: string, held: string): GraphError {
  return new GraphError({
    message: "Invalid parameter",
    code: 100,
    transient: false,
    userMessage: `The category ${sent} doesn't match the one that's already associated with this template, ${held}.`,
  });
}
