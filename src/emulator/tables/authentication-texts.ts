import { rowOf } from "../json.ts";

interface AuthenticationTexts {
  /** `{{1}}` is the code. */
  code: string;
  security: string;
  /** `{0}` is the number of minutes. */
  expires: string;
  copy: string;
  autofill: string;
}

/**
 * Texts that WhatsApp writes into authentication templates, by language. English is recorded in listings; the other
 * languages are our translations, in the manner of WhatsApp's.
 */
const TEXTS: Readonly<Record<string, AuthenticationTexts>> = {
  en: {
    code: "*{{1}}* is your verification code.",
    security: "For your security, do not share this code.",
    expires: "This code expires in {0} minutes.",
    copy: "Copy code",
    autofill: "Autofill",
  },
  es: {
    code: "Tu código de verificación es *{{1}}*.",
    security: "Por tu seguridad, no lo compartas.",
    expires: "Este código caduca en {0} minutos.",
    copy: "Copiar código",
    autofill: "Autocompletar",
  },
  pt: {
    code: "Seu código de verificação é *{{1}}*.",
    security: "Para sua segurança, não o compartilhe.",
    expires: "Este código expira em {0} minutos.",
    copy: "Copiar código",
    autofill: "Preencher automaticamente",
  },
  fr: {
    code: "Votre code de vérification est *{{1}}*.",
    security: "Pour votre sécurité, ne le partagez pas.",
    expires: "Ce code expire dans {0} minutes.",
    copy: "Copier le code",
    autofill: "Remplir automatiquement",
  },
  de: {
    code: "*{{1}}* ist dein Bestätigungscode.",
    security: "Zu deiner Sicherheit solltest du diesen Code nicht weitergeben.",
    expires: "Dieser Code läuft in {0} Minuten ab.",
    copy: "Code kopieren",
    autofill: "Automatisch ausfüllen",
  },
  it: {
    code: "Il tuo codice di verifica è *{{1}}*.",
    security: "Per la tua sicurezza, non condividerlo.",
    expires: "Questo codice scade tra {0} minuti.",
    copy: "Copia codice",
    autofill: "Compila automaticamente",
  },
  nl: {
    code: "*{{1}}* is je verificatiecode.",
    security: "Deel deze code voor je veiligheid met niemand.",
    expires: "Deze code verloopt over {0} minuten.",
    copy: "Code kopiëren",
    autofill: "Automatisch invullen",
  },
  id: {
    code: "*{{1}}* adalah kode verifikasi Anda.",
    security: "Demi keamanan, jangan bagikan kode ini.",
    expires: "Kode ini kedaluwarsa dalam {0} menit.",
    copy: "Salin kode",
    autofill: "Isi otomatis",
  },
  tr: {
    code: "Doğrulama kodunuz: *{{1}}*.",
    security: "Güvenliğiniz için bu kodu paylaşmayın.",
    expires: "Bu kodun geçerlilik süresi {0} dakikadır.",
    copy: "Kodu kopyala",
    autofill: "Otomatik doldur",
  },
  ru: {
    code: "*{{1}}* — ваш код подтверждения.",
    security: "Для безопасности никому не сообщайте этот код.",
    expires: "Срок действия кода истекает через {0} мин.",
    copy: "Скопировать код",
    autofill: "Автозаполнение",
  },
  ar: {
    code: "رمز التحقق الخاص بك هو *{{1}}*.",
    security: "للحفاظ على أمانك، لا تشارك هذا الرمز.",
    expires: "تنتهي صلاحية هذا الرمز خلال {0} دقيقة.",
    copy: "نسخ الرمز",
    autofill: "تعبئة تلقائية",
  },
  hi: {
    code: "*{{1}}* आपका सत्यापन कोड है.",
    security: "अपनी सुरक्षा के लिए, इस कोड को शेयर न करें.",
    expires: "यह कोड {0} मिनट में समाप्त हो जाएगा.",
    copy: "कोड कॉपी करें",
    autofill: "ऑटोफ़िल",
  },
};

/** The texts in a language; in its base language, or in English, if it has no row of its own. */
export function authenticationTexts(language: string): AuthenticationTexts {
  const english = TEXTS.en;
  const texts = rowOf(TEXTS, language) ?? rowOf(TEXTS, language.split("_")[0] ?? "") ?? english;
  if (texts === undefined) throw new Error("the table of authentication texts has no English");
  return texts;
}
